using System.Net;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Taps;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>What a proxy tells of a request that it sees.</summary>
internal static class TapEvents
{
    public static TapReport Request(ulong tap, ulong stream, string path = "/") =>
        Report(tap, new TapEvent.Types.Http { RequestInit = new() { Id = Id(stream), Authority = "web-svc:80", Path = path, Headers = Headers() } });

    public static TapReport Response(ulong tap, ulong stream) =>
        Report(tap, new TapEvent.Types.Http { ResponseInit = new() { Id = Id(stream), HttpStatus = 200, Headers = Headers() } });

    public static TapReport End(ulong tap, ulong stream) => Report(tap, new TapEvent.Types.Http { ResponseEnd = new() { Id = Id(stream) } });

    public static TapReport[] Whole(ulong tap, ulong stream) => [Request(tap, stream), Response(tap, stream), End(tap, stream)];

    public static TapEvent Event(ProxyDirection direction, string source, string destination) => new()
    {
        Source = IPEndPoint.Parse(source).ToWire(),
        Destination = IPEndPoint.Parse(destination).ToWire(),
        ProxyDirection = direction,
    };

    private static TapEvent.Types.Headers Headers() => new()
    {
        Headers_ = { new TapEvent.Types.Header { Name = "accept", Value = "*/*" }, new TapEvent.Types.Header { Name = "cookie", Redacted = true } },
        LeftOut = 2,
    };

    private static TapReport Report(ulong tap, TapEvent.Types.Http http)
    {
        var tapEvent = Event(ProxyDirection.Inbound, "10.0.0.9:40000", "10.0.0.1:8080");
        tapEvent.Http = http;
        return new TapReport { TapId = tap, Event = tapEvent };
    }

    private static TapEvent.Types.StreamId Id(ulong stream) => new() { Stream = stream };
}
