using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Transport.Sockets;

internal sealed class SocketListener : Listener
{
    private const int Backlog = 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SocketLoop _loop;
    private readonly IAcceptHandler _handler;
    private readonly Socket _socket;
    private readonly SocketAsyncEventArgs _accepting = new();
    private readonly LoopTimer _resume;
    private bool _isDisposed;

    public SocketListener(SocketLoop loop, IPEndPoint address, IAcceptHandler handler)
    {
        _loop = loop;
        _handler = handler;
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        Bind(address);
        Address = (IPEndPoint)_socket.LocalEndPoint!;
        _resume = new LoopTimer(Accept);
        _accepting.Completed += (_, _) => _loop.Complete(OnAccepted);
        Accept();
    }

    public override IPEndPoint Address { get; }

    public override void Dispose()
    {
        _isDisposed = true;
        _loop.Timers.Cancel(_resume);
        _socket.Dispose();
    }

    private void Bind(IPEndPoint address)
    {
        try
        {
            _socket.Bind(address);
            _socket.Listen(Backlog);
        }
        catch (SocketException failure)
        {
            _socket.Dispose();
            throw new IOException($"Cannot listen on {address}: {failure.Message}", failure);
        }
    }

    private void Accept()
    {
        if (_loop.IsFull)
        {
            _loop.Timers.Schedule(_resume, Pause);
            return;
        }

        _accepting.AcceptSocket = null;

        if (!_socket.AcceptAsync(_accepting))
        {
            _loop.Complete(OnAccepted);
        }
    }

    private void OnAccepted()
    {
        if (_isDisposed)
        {
            _accepting.AcceptSocket?.Dispose();
            _accepting.Dispose();
            return;
        }

        if (_accepting.SocketError == SocketError.Success)
        {
            _loop.Accept(_accepting.AcceptSocket!, _handler);
        }

        Accept();
    }
}
