using Conduit.Model.Failures;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Http2.Routing;

/// <summary>What requests of one direction on one loop need to find their way and to be counted.</summary>
internal sealed record RelayRouting(
    Direction Direction, RelayContext Context, ExchangeFactory Exchanges, BoundAddresses Own, TimeProvider Time)
{
    public required UpstreamPools Pools { get; init; }

    public required ErrorMetrics Errors { get; init; }

    public required ILogger Logger { get; init; }

    public HeaderStrings Strings { get; } = new();

    public Stack<ExchangeJourney> Journeys { get; } = new();

    /// <summary>Tells operators of an error that the proxy answers with itself.</summary>
    public void Tell(Exchange exchange, ProxyError error, string cause)
    {
        Errors.Count(error, Direction);
        ForwardingLog.Answered(
            Logger, error.Code, Direction.Label(), exchange.Source, exchange.Destination, exchange.Head.Method, exchange.Head.Authority, error.Meaning, cause);
    }
}
