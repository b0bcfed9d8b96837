using System.Net;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Tests.Forwarding;

internal static class TestExchanges
{
    public static RequestHead Head { get; } = new("GET", "http", "web.shop", "/index", IsGrpc: false, IsProbe: false);

    public static Exchange Begin(TimeProvider time, params IExchangeSink[] sinks) => Begin(time, Direction.Outbound, Head, sinks);

    public static Exchange Begin(TimeProvider time, Direction direction, RequestHead head, params IExchangeSink[] sinks) =>
        new Exchange([.. sinks], time).Begin(direction, head, IPEndPoint.Parse("10.0.0.9:5000"));
}
