using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Detection;

/// <summary>
/// Finds out what a connection speaks. A client that speaks first is judged by what it says. For one that stays silent a backend is
/// opened and both sides are watched: if the server begins, the client waited for it, and neither is held up any longer.
/// </summary>
internal sealed partial class DetectingHandler : IConnectionHandler, IBackendOwner, IDrainable
{
    private readonly DetectionContext _context;
    private readonly Connection _client;
    private readonly TcpOrigin _origin;
    private readonly IDetectedHandler _next;
    private readonly LoopTimer _silence;
    private readonly LoopTimer _limit;
    private byte[] _early = [];
    private Backend? _backend;
    private (Backend Backend, ProxyError Error)? _unreachable;
    private bool _isDraining;
    private bool _isOver;

    public DetectingHandler(DetectionContext context, Connection client, TcpOrigin origin, IDetectedHandler next)
    {
        (_context, _client, _origin, _next) = (context, client, origin, next);
        _silence = new LoopTimer(OnSilence);
        _limit = new LoopTimer(OnLimit);
        client.Handler = this;
    }

    public event Action? Died;

    private IPEndPoint Destination => _origin.OriginalDestination ?? _origin.Local;

    /// <param name="isLookedInto">False for connections that shall be carried without being understood.</param>
    public void Start(bool isLookedInto)
    {
        if (!isLookedInto)
        {
            Decide(ApplicationProtocol.Opaque, DetectionVerdict.OpaquePort, []);
            return;
        }

        _client.Loop.Timers.Schedule(_limit, _context.Options.Limit);

        if (_context.ServerFirst.Knows(Destination))
        {
            OpenBackend();
        }
        else
        {
            _client.Loop.Timers.Schedule(_silence, _context.Options.Silence);
        }
    }

    /// <summary>A client that has said nothing loses nothing.</summary>
    public void Drain()
    {
        _isDraining = true;

        if (_early.Length == 0 && !_silence.IsScheduled)
        {
            _client.Close();
        }
    }

    public void OnConnected()
    {
    }

    public void OnReceived(ReadOnlySpan<byte> bytes)
    {
        _client.Loop.Timers.Cancel(_silence);
        var early = Join(bytes);

        switch (ProtocolDetector.Detect(early))
        {
            case ApplicationProtocol.Http1:
                Decide(ApplicationProtocol.Http1, DetectionVerdict.Http1, early);
                break;
            case ApplicationProtocol.Http2:
                Decide(ApplicationProtocol.Http2, DetectionVerdict.Http2, early);
                break;
            case ApplicationProtocol.Opaque:
                Decide(ApplicationProtocol.Opaque, DetectionVerdict.Opaque, early);
                break;
            case ApplicationProtocol.Tls:
                OnTls(early);
                break;
            default:
                _early = early.ToArray();
                break;
        }
    }

    public void OnEnd() => Decide(ApplicationProtocol.Opaque, DetectionVerdict.Opaque, _early);

    public void OnDrained()
    {
    }

    public void OnClosed(CloseReason reason)
    {
        _backend?.Leave(CloseReason.Aborted);
        End();
    }

    private ReadOnlySpan<byte> Join(ReadOnlySpan<byte> bytes) => _early.Length == 0 ? bytes : (byte[])[.. _early, .. bytes];

    private void OnTls(ReadOnlySpan<byte> early)
    {
        if (ClientHello.Read(early, out var serverName) == ClientHelloResult.Incomplete)
        {
            _early = early.ToArray();
            return;
        }

        DetectionLog.TlsBegun(_context.Tcp.Logger, _origin.Source, _origin.OriginalDestination, serverName);
        Decide(ApplicationProtocol.Tls, DetectionVerdict.Tls, early);
    }

    private void OnSilence()
    {
        if (_isDraining)
        {
            _client.Close();
        }
        else
        {
            OpenBackend();
        }
    }

    private void OnLimit()
    {
        if (_unreachable is var (backend, error) && _early.Length == 0)
        {
            backend.Tell(error);
            _client.Close(CloseReason.Aborted);
        }
        else
        {
            Decide(ApplicationProtocol.Opaque, DetectionVerdict.TimedOut, _early);
        }
    }

    private void Decide(ApplicationProtocol protocol, DetectionVerdict verdict, ReadOnlySpan<byte> early)
    {
        _context.Metrics.Count(_context.Tcp.Direction, verdict);
        _next.OnDetected(_client, _origin, protocol, early, _backend);
        End();
    }

    private void End()
    {
        if (!_isOver)
        {
            _isOver = true;
            _client.Loop.Timers.Cancel(_silence);
            _client.Loop.Timers.Cancel(_limit);
            Died?.Invoke();
        }
    }
}
