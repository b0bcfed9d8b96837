using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Relay;

/// <summary>Who is told of what the relay does.</summary>
internal sealed class RelayTelemetry(ErrorMetrics errors, TransportMetrics transports, ILogger<RelayTelemetry> logger)
{
    public ErrorMetrics Errors { get; } = errors;

    public ILogger Logger { get; } = logger;

    /// <summary>For a new connection to an endpoint.</summary>
    public ITransportMeter Meter(Direction direction) => new TransportMeter(transports.Open(direction, Peer.Destination));
}
