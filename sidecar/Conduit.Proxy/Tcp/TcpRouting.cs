using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Tcp;

/// <summary>What connections of one direction on one loop need to find their way and to be counted.</summary>
internal sealed record TcpRouting(Direction Direction, EventLoop Loop, BoundAddresses Own, TimeProvider Time)
{
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>Makes the counter of a new connection to an endpoint.</summary>
    public required Func<ITransportMeter> Meters { get; init; }

    public required ErrorMetrics Errors { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Tells operators that a connection was turned away.</summary>
    public void Tell(ProxyError error, TcpOrigin origin, IPEndPoint? destination)
    {
        Errors.Count(error, Direction);
        ForwardingLog.Refused(Logger, error.Code, Direction.Label(), origin.Source, destination, error.Meaning);
    }
}
