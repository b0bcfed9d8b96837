using System.ComponentModel;
using System.Net;
using System.Runtime.InteropServices;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary>
/// The loop on Linux. Level-triggered, one receive per connection and turn into a buffer that all share; files are closed only at a
/// turn's end, so a number cannot come to mean another file in the middle of one.
/// </summary>
internal sealed unsafe class EpollLoop : EventLoop
{
    private const int ReceiveLength = 64 * 1024;
    private const int MostPipes = 64;

    private readonly EpollSet _set = new();
    private readonly int _wake = NativeMethods.EventFd(0, Linux.NonBlocking | Linux.CloseOnExec);
    private readonly byte[] _received = GC.AllocateUninitializedArray<byte>(ReceiveLength, pinned: true);
    private readonly Stack<SplicePipe> _pipes = new();
    private IEpollSource?[] _sources = new IEpollSource?[1024];

    public EpollLoop(TimeProvider time, LoopLimits? limits = null)
        : base(time, limits) => _set.Add(_wake, EpollEvents.Readable);

    /// <summary>Where every connection's bytes are received.</summary>
    public Span<byte> ReceiveBuffer => _received;

    public override Listener Listen(IPEndPoint address, IAcceptHandler handler, bool isShared = false) =>
        new EpollListener(this, address, handler, isShared);

    public override Connection Connect(IPEndPoint address, TimeSpan timeout, IConnectionHandler handler)
    {
        var socket = NativeMethods.Socket(SocketAddresses.FamilyOf(address), Linux.Stream | Linux.NonBlocking | Linux.CloseOnExec, 0);
        var connection = new EpollConnection(this, socket, address) { Handler = handler };
        Track(connection);
        connection.Connect(address, timeout);
        return connection;
    }

    public override void Dispose()
    {
        while (_pipes.TryPop(out var pipe))
        {
            pipe.Dispose();
        }

        _ = NativeMethods.Close(_wake);
        _set.Dispose();
    }

    public void Accept(int socket, IPEndPoint remote, IAcceptHandler handler)
    {
        var connection = new EpollConnection(this, socket, remote);
        Track(connection);
        handler.OnAccepted(connection);
        connection.Accepted();
    }

    public void Register(int socket, IEpollSource source, EpollEvents interest)
    {
        if (socket >= _sources.Length)
        {
            Array.Resize(ref _sources, Math.Max(socket + 1, _sources.Length * 2));
        }

        _sources[socket] = source;
        _set.Add(socket, interest);
    }

    public void Change(int socket, EpollEvents interest) => _set.Modify(socket, interest);

    public void Unregister(int socket)
    {
        _sources[socket] = null;
        _set.Remove(socket);
    }

    /// <summary>Closing a file takes it out of the set.</summary>
    public void Forget(int socket)
    {
        if (socket < _sources.Length)
        {
            _sources[socket] = null;
        }

        _ = NativeMethods.Close(socket);
    }

    public static void SetOption(int socket, int level, int option, int value = 1) =>
        _ = NativeMethods.SetOption(socket, level, option, &value, sizeof(int));

    /// <summary>What accepted sockets have from their listener, and others have to be given.</summary>
    public static void SetTcpOptions(int socket)
    {
        SetOption(socket, Linux.TcpLevel, Linux.NoDelay);
        SetOption(socket, Linux.SocketLevel, Linux.KeepAlive);
        SetOption(socket, Linux.TcpLevel, Linux.KeepAliveAfter, KeepAlive.AfterSeconds);
        SetOption(socket, Linux.TcpLevel, Linux.KeepAliveEvery, KeepAlive.EverySeconds);
        SetOption(socket, Linux.TcpLevel, Linux.KeepAliveProbes, KeepAlive.Probes);
    }

    /// <summary>Makes the close of a socket a reset instead of an orderly end.</summary>
    public static void ResetOnClose(int socket)
    {
        // struct linger: on, and no time.
        var linger = 1L;
        _ = NativeMethods.SetOption(socket, Linux.SocketLevel, Linux.Linger, (int*)&linger, sizeof(long));
    }

    /// <summary>An empty pipe; null when the process has no files left for one.</summary>
    public SplicePipe? RentPipe() => _pipes.TryPop(out var pipe) ? pipe : SplicePipe.Create();

    public void Return(SplicePipe pipe)
    {
        if (pipe.IsEmpty && _pipes.Count < MostPipes)
        {
            _pipes.Push(pipe);
        }
        else
        {
            pipe.Dispose();
        }
    }

    private protected override void Poll(int milliseconds)
    {
        var count = _set.Wait(milliseconds);
        BeginTurn();

        for (var index = 0; index < count; index++)
        {
            var socket = _set.Socket(index);

            if (socket == _wake)
            {
                ulong ignored;
                _ = NativeMethods.Read(_wake, &ignored, sizeof(ulong));
            }
            else
            {
                _sources[socket]?.OnEvents(_set.Events(index));
            }
        }
    }

    private protected override void Wake()
    {
        ulong one = 1;
        _ = NativeMethods.Write(_wake, &one, sizeof(ulong));
    }

    internal static Win32Exception LastError() => new(Marshal.GetLastPInvokeError());
}
