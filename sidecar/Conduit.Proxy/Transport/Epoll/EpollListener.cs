using System.Net;
using System.Runtime.InteropServices;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Transport.Epoll;

internal sealed unsafe class EpollListener : Listener, IEpollSource
{
    private const int Backlog = 1024;
    private const int MostPerTurn = 64;

    // The kernel keeps the connections that cannot be accepted for want of room; asking at once again would only burn the processor.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly EpollLoop _loop;
    private readonly IAcceptHandler _handler;
    private readonly LoopTimer _resume;
    private readonly int _socket;
    private bool _isDisposed;

    public EpollListener(EpollLoop loop, IPEndPoint address, IAcceptHandler handler, bool isShared)
    {
        _loop = loop;
        _handler = handler;
        _resume = new LoopTimer(() => _loop.Change(_socket, EpollEvents.Readable));
        _socket = NativeMethods.Socket(SocketAddresses.FamilyOf(address), Linux.Stream | Linux.NonBlocking | Linux.CloseOnExec, 0);
        EpollLoop.SetOption(_socket, Linux.SocketLevel, Linux.ReuseAddress);
        EpollLoop.SetTcpOptions(_socket);

        if (isShared)
        {
            EpollLoop.SetOption(_socket, Linux.SocketLevel, Linux.ReusePort);
        }

        Address = Bind(address);
        _loop.Register(_socket, this, EpollEvents.Readable);
    }

    public override IPEndPoint Address { get; }

    public void OnEvents(EpollEvents events)
    {
        var address = stackalloc byte[SocketAddresses.MaxLength];

        for (var accepted = 0; accepted < MostPerTurn && !_isDisposed; accepted++)
        {
            if (_loop.IsFull)
            {
                WaitForRoom();
                return;
            }

            uint length = SocketAddresses.MaxLength;
            var socket = NativeMethods.Accept(_socket, address, &length, Linux.NonBlocking | Linux.CloseOnExec);

            if (socket < 0)
            {
                PauseWhenExhausted(Marshal.GetLastPInvokeError());
                return;
            }

            _loop.Accept(socket, SocketAddresses.Read(new ReadOnlySpan<byte>(address, SocketAddresses.MaxLength)), _handler);
        }
    }

    public override void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _loop.Timers.Cancel(_resume);
            _loop.Forget(_socket);
        }
    }

    private IPEndPoint Bind(IPEndPoint wanted)
    {
        var address = stackalloc byte[SocketAddresses.MaxLength];
        var length = (uint)SocketAddresses.Write(wanted, new Span<byte>(address, SocketAddresses.MaxLength));

        if (NativeMethods.Bind(_socket, address, length) != 0
            || NativeMethods.Listen(_socket, Backlog) != 0
            || NativeMethods.GetName(_socket, address, &length) != 0)
        {
            var error = EpollLoop.LastError();
            _ = NativeMethods.Close(_socket);
            throw new IOException($"Cannot listen on {wanted}: {error.Message}", error);
        }

        return SocketAddresses.Read(new ReadOnlySpan<byte>(address, SocketAddresses.MaxLength));
    }

    private void PauseWhenExhausted(int error)
    {
        if (error is Linux.TooManyFiles or Linux.TooManyFilesInSystem or Linux.NoBuffers or Linux.OutOfMemory)
        {
            WaitForRoom();
        }
    }

    private void WaitForRoom()
    {
        _loop.Change(_socket, EpollEvents.None);
        _loop.Timers.Schedule(_resume, Pause);
    }
}
