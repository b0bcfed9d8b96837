using System.Net;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;
using Duration = Google.Protobuf.WellKnownTypes.Duration;

namespace Conduit.Testing.Api;

/// <summary>Events of a tap, as the API sends them.</summary>
public static class TapEvents
{
    public static TapEvent Request(uint stream, string path, ProxyDirection direction = ProxyDirection.Inbound) => Event(direction, new TapEvent.Types.Http
    {
        RequestInit = new TapEvent.Types.RequestInit
        {
            Id = Id(stream),
            Method = HttpMapping.ToWireMethod("GET"),
            Scheme = HttpMapping.ToWireScheme("http"),
            Authority = "web-svc.emojivoto:80",
            Path = path,
            Headers = Headers("user-agent", "me/1.0"),
        },
    });

    public static TapEvent Response(uint stream, int status, TimeSpan latency, ProxyDirection direction = ProxyDirection.Inbound) =>
        Event(direction, new TapEvent.Types.Http
        {
            ResponseInit = new TapEvent.Types.ResponseInit
            {
                Id = Id(stream),
                HttpStatus = (uint)status,
                SinceRequestInit = Duration.FromTimeSpan(latency),
                Headers = Headers("x-quote", "\"\u001b[31m"),
            },
        });

    public static TapEvent End(uint stream, TimeSpan duration, Eos? eos = null, ProxyDirection direction = ProxyDirection.Inbound) =>
        Event(direction, new TapEvent.Types.Http
        {
            ResponseEnd = new TapEvent.Types.ResponseEnd
            {
                Id = Id(stream),
                SinceRequestInit = Duration.FromTimeSpan(duration),
                SinceResponseInit = Duration.FromTimeSpan(duration),
                ResponseBytes = 420,
                Eos = eos,
            },
        });

    private static TapEvent.Types.Headers Headers(string name, string value) => new()
    {
        Headers_ = { new TapEvent.Types.Header { Name = name, Value = value }, new TapEvent.Types.Header { Name = "cookie", Redacted = true } },
        LeftOut = 3,
    };

    private static TapEvent.Types.StreamId Id(uint stream) => new() { Base = 7, Stream = stream };

    private static TapEvent Event(ProxyDirection direction, TapEvent.Types.Http http) => new()
    {
        ProxyDirection = direction,
        Source = IPEndPoint.Parse("10.0.0.1:40000").ToWire(),
        SourceMeta = new TapEvent.Types.EndpointMeta { Labels = { ["tls"] = "disabled" } },
        Destination = IPEndPoint.Parse("10.0.0.2:8080").ToWire(),
        DestinationMeta = new TapEvent.Types.EndpointMeta
        {
            Labels = { ["pod"] = "web-1", ["deployment"] = "web", ["namespace"] = "emojivoto", ["tls"] = "no_identity" },
        },
        Http = http,
    };
}
