using System.Net;
using System.Net.Sockets;

namespace Conduit.Proxy.Transport.Sockets;

internal sealed class SocketListener : Listener
{
    private const int Backlog = 1024;

    private readonly SocketLoop _loop;
    private readonly IAcceptHandler _handler;
    private readonly Socket _socket;
    private readonly SocketAsyncEventArgs _accepting = new();
    private bool _isDisposed;

    public SocketListener(SocketLoop loop, IPEndPoint address, IAcceptHandler handler)
    {
        _loop = loop;
        _handler = handler;
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        Bind(address);
        Address = (IPEndPoint)_socket.LocalEndPoint!;
        _accepting.Completed += (_, _) => _loop.Complete(OnAccepted);
        Accept();
    }

    public override IPEndPoint Address { get; }

    public override void Dispose()
    {
        _isDisposed = true;
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
