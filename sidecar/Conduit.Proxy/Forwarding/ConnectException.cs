using System.Net;
using System.Net.Sockets;

namespace Conduit.Proxy.Forwarding;

/// <summary>No connection to an endpoint could be made. Nothing was sent, so the request may go elsewhere.</summary>
internal sealed class ConnectException(IPEndPoint address, SocketError error, Exception cause)
    : IOException($"No connection to {address}: {error}.", cause)
{
    public IPEndPoint Address { get; } = address;

    public SocketError Error { get; } = error;
}
