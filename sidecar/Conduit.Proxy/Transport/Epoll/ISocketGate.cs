using System.Net.Sockets;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary>Decides by a connection's first bytes whether the loop carries it.</summary>
internal interface ISocketGate : IAcceptHandler
{
    /// <summary>Before any byte is there: false keeps the connection at once.</summary>
    bool IsLookedInto(int socket);

    /// <param name="bytes">The first ones, up to 64; never empty.</param>
    SocketVerdict Judge(ReadOnlySpan<byte> bytes);

    /// <summary>The connection is the gate's now. Nothing was read from it.</summary>
    void OnGivenAway(Socket socket);
}
