using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Relay;

/// <summary>Who is told of what the relay does.</summary>
internal sealed class RelayTelemetry(
    ErrorMetrics errors, TransportMetrics transports, DetectionMetrics detected, ILogger<RelayTelemetry> logger)
{
    public ErrorMetrics Errors { get; } = errors;

    public DetectionMetrics Detected { get; } = detected;

    public ILogger Logger { get; } = logger;

    /// <summary>For a new connection.</summary>
    public ITransportMeter Meter(Direction direction, Peer peer) => new TransportMeter(transports.Open(direction, peer));
}
