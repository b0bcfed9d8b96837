using System.Net;
using System.Text;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>The HTTP clients of both directions. Each pools its connections by endpoint.</summary>
internal sealed class UpstreamClients(UpstreamConnector connector) : IDisposable
{
    private const int HeadKilobytes = 64;

    // Shorter than the keep-alive of the servers that are common, so that a connection is seldom closed as it is used again.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(45);

    private readonly HttpMessageInvoker _inbound = Create(connector, Direction.Inbound);
    private readonly HttpMessageInvoker _outbound = Create(connector, Direction.Outbound);

    public HttpMessageInvoker this[Direction direction] => direction == Direction.Inbound ? _inbound : _outbound;

    public void Dispose()
    {
        _inbound.Dispose();
        _outbound.Dispose();
    }

    private static HttpMessageInvoker Create(UpstreamConnector connector, Direction direction) => new(new OneUseHandler(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        EnableMultipleHttp2Connections = true,
        MaxResponseHeadersLength = HeadKilobytes,
        MaxResponseDrainSize = 0,
        PooledConnectionIdleTimeout = IdleTimeout,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        ConnectTimeout = Timeout.InfiniteTimeSpan,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ConnectCallback = async (context, cancellationToken) =>
            await connector.ConnectAsync(new IPEndPoint(IPAddress.Parse(context.DnsEndPoint.Host), context.DnsEndPoint.Port), direction, cancellationToken),
    }));
}
