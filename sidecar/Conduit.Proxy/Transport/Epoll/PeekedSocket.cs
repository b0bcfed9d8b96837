using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary>An accepted socket whose first bytes are looked at, but left where they are, until it is clear who shall read them.</summary>
internal sealed unsafe class PeekedSocket : IEpollSource
{
    private const int LookLength = 64;

    // Clients that speak first do it at once. One that does not, or not with enough to tell, is left to whoever waits longer.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    // Bytes that are left in place would be reported as readable for ever, so the next look waits a little.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);

    private readonly EpollLoop _loop;
    private readonly int _socket;
    private readonly IPEndPoint _remote;
    private readonly ISocketGate _gate;
    private readonly LoopTimer _limit;
    private readonly LoopTimer _again;

    public PeekedSocket(EpollLoop loop, int socket, IPEndPoint remote, ISocketGate gate)
    {
        (_loop, _socket, _remote, _gate) = (loop, socket, remote, gate);
        _limit = new LoopTimer(GiveAway);
        _again = new LoopTimer(() => _loop.Change(_socket, EpollEvents.Readable));
    }

    public void Start()
    {
        if (!_gate.IsLookedInto(_socket))
        {
            _loop.Accept(_socket, _remote, _gate);
            return;
        }

        _loop.Register(_socket, this, EpollEvents.Readable);
        _loop.Timers.Schedule(_limit, Limit);
    }

    public void OnEvents(EpollEvents events)
    {
        var bytes = stackalloc byte[LookLength];
        var count = (int)NativeMethods.Receive(_socket, bytes, LookLength, Linux.Peek);
        var verdict = count > 0 ? _gate.Judge(new ReadOnlySpan<byte>(bytes, count)) : SocketVerdict.GiveAway;

        switch (verdict)
        {
            case SocketVerdict.Keep:
                Leave();
                _loop.Accept(_socket, _remote, _gate);
                break;
            case SocketVerdict.GiveAway:
                GiveAway();
                break;
            default:
                _loop.Change(_socket, EpollEvents.None);
                _loop.Timers.Schedule(_again, Pause);
                break;
        }
    }

    private void GiveAway()
    {
        Leave();
        _gate.OnGivenAway(Wrap());
    }

    private void Leave()
    {
        _loop.Timers.Cancel(_limit);
        _loop.Timers.Cancel(_again);
        _loop.Unregister(_socket);
    }

    private Socket Wrap() => new(new SafeSocketHandle(_socket, ownsHandle: true));
}
