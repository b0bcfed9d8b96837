using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http2.Connections;

/// <summary>
/// Ends clients when all that waits for slow readers is more than the loop may hold, the one with most of it first. What each stream may
/// have waiting is little, but who opens thousands of them and reads none would have the memory of all.
/// </summary>
internal sealed class WaitingLimit(EventLoop loop)
{
    private readonly HashSet<DownstreamConnection> _clients = [];
    private bool _isDue;

    public void Add(DownstreamConnection client) => _clients.Add(client);

    public void Remove(DownstreamConnection client) => _clients.Remove(client);

    /// <summary>More waits than before.</summary>
    public void Check()
    {
        if (loop.HoldsTooMuch && !_isDue)
        {
            // Not here, in the middle of a stream that it may end.
            _isDue = true;
            loop.Post(Relieve);
        }
    }

    private void Relieve()
    {
        _isDue = false;

        while (loop.HoldsTooMuch && _clients.MaxBy(client => client.WaitingBytes) is { WaitingBytes: > 0 } greatest)
        {
            greatest.Fail(Http2Error.EnhanceYourCalm);
        }
    }
}
