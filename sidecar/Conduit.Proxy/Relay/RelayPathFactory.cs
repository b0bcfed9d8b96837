using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Connections;
using Conduit.Proxy.Http1.Routing;
using Conduit.Proxy.Http2;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Relay;

/// <summary>Lays the ways of both directions on a loop.</summary>
internal sealed class RelayPathFactory(
    ProxyOptions options, Http1Options http1Options, ExchangeFactory exchanges, BoundAddresses own, RelayTelemetry telemetry)
{
    public IReadOnlyDictionary<Direction, RelayPaths> Create(EventLoop loop, TimeProvider time)
    {
        var clock = new LoopClock(loop, time);
        var http1 = new Http1Context(loop, http1Options);
        var http2 = new RelayContext(loop, clock, new Http2Options());
        return Enum.GetValues<Direction>().ToDictionary(direction => direction, direction => Create(direction, http1, http2, clock));
    }

    private RelayPaths Create(Direction direction, Http1Context http1, RelayContext http2, LoopClock clock)
    {
        var timeout = direction == Direction.Inbound ? options.PrivateConnectTimeout : options.PublicConnectTimeout;
        var tcp = Tcp(direction, http2.Loop, timeout, clock);
        return new RelayPaths(
            direction,
            new DetectionContext(new DetectionOptions(), tcp, telemetry.Detected),
            new Http1Routing(direction, http1, exchanges, own, clock)
            {
                Pools = new EndpointPools(http1, timeout, tcp.Meters, clock),
                Errors = telemetry.Errors,
                Logger = telemetry.Logger,
            },
            new RelayRouting(direction, http2, exchanges, own, clock)
            {
                Pools = new UpstreamPools(http2, timeout, tcp.Meters),
                Errors = telemetry.Errors,
                Logger = telemetry.Logger,
            },
            tcp)
        {
            ClientMeters = () => telemetry.Meter(direction, Peer.Source),
        };
    }

    private TcpRouting Tcp(Direction direction, EventLoop loop, TimeSpan connectTimeout, LoopClock clock) => new(direction, loop, own, clock)
    {
        ConnectTimeout = connectTimeout,
        Meters = () => telemetry.Meter(direction, Peer.Destination),
        Errors = telemetry.Errors,
        Logger = telemetry.Logger,
    };
}
