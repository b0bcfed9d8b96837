using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Forwarding;

/// <summary>Opens connections to endpoints, within the direction's time limit.</summary>
internal sealed class UpstreamConnector(ProxyOptions options, TransportMetrics transports, TimeProvider time)
{
    // A peer that vanished without a word would otherwise hold its streams for ever. Probes of TCP are invisible to the peer's
    // application, unlike HTTP/2 pings, which some servers punish.
    private const int KeepAliveAfterSeconds = 30;
    private const int KeepAliveEverySeconds = 10;
    private const int KeepAliveProbes = 3;

    /// <exception cref="ConnectException">There is no connection, and so no byte was sent.</exception>
    public async ValueTask<UpstreamStream> ConnectAsync(IPEndPoint address, Direction direction, CancellationToken cancellationToken)
    {
        var timeout = direction == Direction.Inbound ? options.PrivateConnectTimeout : options.PublicConnectTimeout;
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var socket = CreateSocket(address.AddressFamily);

        try
        {
            await socket.ConnectAsync(address, either.Token);
            return new UpstreamStream(socket, transports.Open(direction, Peer.Destination));
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new ConnectException(address, failure.SocketErrorCode, failure);
        }
        catch (OperationCanceledException failure)
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw new ConnectException(address, SocketError.TimedOut, failure);
        }
    }

    private static Socket CreateSocket(AddressFamily family)
    {
        var socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveAfterSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveEverySeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveProbes);
        return socket;
    }
}
