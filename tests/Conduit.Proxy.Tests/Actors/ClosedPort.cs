using System.Net;
using System.Net.Sockets;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>An address at which connections are refused: the port is bound, so that nobody else takes it, and nobody listens before it is opened.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public IPEndPoint Address => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>From now on connections are taken.</summary>
    public Socket Open()
    {
        _socket.Listen();
        return _socket;
    }

    public void Dispose() => _socket.Dispose();
}
