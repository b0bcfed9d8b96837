using Conduit.Model.Failures;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Detection;

/// <content>The server's side, while the client is silent.</content>
internal sealed partial class DetectingHandler
{
    public void OnBackendConnected()
    {
    }

    public void OnBackendReceived(ReadOnlySpan<byte> bytes)
    {
        // A server of HTTP/2 may say its settings at once (RFC 9113 §3.4), and that must not look like a protocol in which it begins.
        if (Http2Greeting.Begins(bytes))
        {
            _backend!.Keep(bytes);
            return;
        }

        _context.ServerFirst.Learn(Destination);
        var backend = _backend!;
        Decide(ApplicationProtocol.Opaque, DetectionVerdict.ServerFirst, _early);
        backend.Owner.OnBackendReceived(bytes);
    }

    public void OnBackendEnd()
    {
        var backend = _backend!;
        Decide(ApplicationProtocol.Opaque, DetectionVerdict.ServerFirst, _early);
        backend.Owner.OnBackendEnd();
    }

    public void OnBackendDrained()
    {
    }

    public void OnBackendClosed(CloseReason reason)
    {
        _backend = null;
        _client.Close(CloseReason.Aborted);
    }

    public void OnBackendFailed(ProxyError error)
    {
        // A client that speaks HTTP after all is answered by its relay, which counts that once.
        _unreachable = (_backend!, error);
        _backend = null;
        _client.Loop.Timers.Schedule(_limit, _context.ServerFirst.Knows(Destination) ? TimeSpan.Zero : _context.Options.Grace);
    }

    private void OpenBackend()
    {
        // What goes by name alone can be led nowhere before the name is known.
        if (_origin.Routes.Resolve(_origin.OriginalDestination, authority: null).IsFound)
        {
            _backend = new Backend(_context.Tcp, _origin) { Owner = this };
            _backend.Open();
        }
    }
}
