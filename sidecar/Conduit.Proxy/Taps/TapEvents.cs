using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Telemetry;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Proxy.Taps;

/// <summary>Writes down what happens to an exchange as the wire's events.</summary>
internal static class TapEvents
{
    public static TapEvent RequestInit(Exchange exchange, TapEvent.Types.StreamId stream) => Event(exchange, new TapEvent.Types.Http
    {
        RequestInit = new TapEvent.Types.RequestInit
        {
            Id = stream,
            Method = HttpMapping.ToWireMethod(exchange.Head.Method),
            Scheme = HttpMapping.ToWireScheme(exchange.Head.Scheme),
            Authority = exchange.Head.Authority,
            Path = exchange.Head.Path,
            Headers = HeadersOf(exchange.RequestHeaders),
        },
    });

    public static TapEvent ResponseInit(Exchange exchange, TapEvent.Types.StreamId stream) => Event(exchange, new TapEvent.Types.Http
    {
        ResponseInit = new TapEvent.Types.ResponseInit
        {
            Id = stream,
            SinceRequestInit = Duration.FromTimeSpan(exchange.Latency),
            HttpStatus = (uint)exchange.Status,
            Headers = HeadersOf(exchange.ResponseHeaders),
        },
    });

    public static TapEvent ResponseEnd(Exchange exchange, TapEvent.Types.StreamId stream) => Event(exchange, new TapEvent.Types.Http
    {
        ResponseEnd = new TapEvent.Types.ResponseEnd
        {
            Id = stream,
            SinceRequestInit = Duration.FromTimeSpan(exchange.Duration),
            SinceResponseInit = Duration.FromTimeSpan(exchange.Duration - exchange.Latency),
            ResponseBytes = (ulong)exchange.ResponseBytes,
            Eos = EndOf(exchange),
        },
    });

    public static ProxyDirection DirectionOf(Exchange exchange) =>
        exchange.Direction == Direction.Inbound ? ProxyDirection.Inbound : ProxyDirection.Outbound;

    private static TapEvent Event(Exchange exchange, TapEvent.Types.Http http)
    {
        var source = new TapEvent.Types.EndpointMeta();
        var destination = new TapEvent.Types.EndpointMeta();

        foreach (var (key, value) in exchange.Labels.Pairs)
        {
            destination.Labels.Add(key, value);
        }

        // Protection is between proxies, so it is a label of the end that this proxy is not.
        var far = exchange.Direction == Direction.Inbound ? source : destination;
        far.Labels[TlsStatus.Label] = TlsStatus.Of(exchange.Direction);

        return new TapEvent
        {
            Source = exchange.Source.ToWire(),
            Destination = exchange.Destination?.ToWire(),
            SourceMeta = source,
            DestinationMeta = destination,
            ProxyDirection = DirectionOf(exchange),
            Http = http,
        };
    }

    private static TapEvent.Types.Headers HeadersOf(SeenHeaders seen) => new()
    {
        Headers_ =
        {
            seen.Headers.Select(header => new TapEvent.Types.Header
            {
                Name = header.Name,
                Value = header.Value ?? "",
                Redacted = header.Value is null,
            }),
        },
        LeftOut = (uint)seen.LeftOut,
    };

    private static Eos? EndOf(Exchange exchange) => exchange switch
    {
        { ResetCode: { } code } => new Eos { ResetErrorCode = (uint)code },
        { GrpcStatus: { } status } => new Eos { GrpcStatusCode = (uint)status },
        _ => null,
    };
}
