using Conduit.Model.Failures;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http1.Connections;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Http1.Routing;

/// <summary>What requests of one direction on one loop need to find their way and to be counted.</summary>
internal sealed record Http1Routing(Direction Direction, Http1Context Context, ExchangeFactory Exchanges, BoundAddresses Own, TimeProvider Time)
{
    public required EndpointPools Pools { get; init; }

    public required ErrorMetrics Errors { get; init; }

    public required ILogger Logger { get; init; }

    public HeaderStrings Strings { get; } = new();

    /// <summary>Tells operators of what a client sent that is no request.</summary>
    public void Refused(TcpOrigin origin, ProxyError error)
    {
        Errors.Count(error, Direction);
        ForwardingLog.Answered(Logger, error.Code, Direction.Label(), origin.Source, origin.OriginalDestination, "-", "-", error.Meaning, cause: null);
    }
}
