using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Tcp;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>The contract's list for telemetry of connections, under its names there, for one proxy and for two in a row.</summary>
public sealed class TransportMetricRows
{
    private const string InboundSource = "direction=\"inbound\",peer=\"src\",tls=\"disabled\"";
    private const string InboundDestination = "direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"";
    private const string OutboundSource = "direction=\"outbound\",peer=\"src\",tls=\"internal_traffic\"";
    private const string OutboundDestination = "direction=\"outbound\",peer=\"dst\",tls=\"no_identity\"";
    private const int Said = 10;
    private const int Answered = 14;

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_http_accept(string way) => HttpAsync(way, Way.Inbound, InboundSource);

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_http_connect(string way) => HttpAsync(way, Way.Inbound, InboundDestination);

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_http_accept(string way) => HttpAsync(way, Way.Outbound, OutboundSource);

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_http_connect(string way) => HttpAsync(way, Way.Outbound, OutboundDestination);

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_tcp_accept(string way) => TcpAsync(way, Way.Inbound, $"tcp_open_total{{{InboundSource}}} 1");

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_tcp_connect(string way) => TcpAsync(way, Way.Inbound, $"tcp_open_total{{{InboundDestination}}} 1");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_tcp_accept(string way) => TcpAsync(way, Way.Outbound, $"tcp_open_total{{{OutboundSource}}} 1");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_tcp_connect(string way) => TcpAsync(way, Way.Outbound, $"tcp_open_total{{{OutboundDestination}}} 1");

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_tcp_duration(string way) => TcpAsync(
        way, Way.Inbound,
        $"tcp_connection_duration_ms_count{{{InboundSource},classification=\"success\"}} 1",
        $"tcp_connection_duration_ms_count{{{InboundDestination},classification=\"success\"}} 1");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_tcp_duration(string way) => TcpAsync(
        way, Way.Outbound,
        $"tcp_connection_duration_ms_count{{{OutboundSource},classification=\"success\"}} 1",
        $"tcp_connection_duration_ms_count{{{OutboundDestination},classification=\"success\"}} 1");

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_tcp_write_bytes_total(string way) => TcpAsync(
        way, Way.Inbound, $"tcp_write_bytes_total{{{InboundSource}}} {Answered}", $"tcp_write_bytes_total{{{InboundDestination}}} {Said}");

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_tcp_read_bytes_total(string way) => TcpAsync(
        way, Way.Inbound, $"tcp_read_bytes_total{{{InboundSource}}} {Said}", $"tcp_read_bytes_total{{{InboundDestination}}} {Answered}");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_tcp_write_bytes_total(string way) => TcpAsync(
        way, Way.Outbound, $"tcp_write_bytes_total{{{OutboundSource}}} {Answered}", $"tcp_write_bytes_total{{{OutboundDestination}}} {Said}");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_tcp_read_bytes_total(string way) => TcpAsync(
        way, Way.Outbound, $"tcp_read_bytes_total{{{OutboundSource}}} {Said}", $"tcp_read_bytes_total{{{OutboundDestination}}} {Answered}");

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task outbound_tcp_open_connections(string kind)
    {
        using var server = new SilentServer();
        await using var way = await Way.ToAsync(server.Address, kind);
        var first = await way.ConnectAsync();
        await first.WriteAsync("\0"u8.ToArray());
        await way.First.ShowsAsync($"tcp_open_connections{{{OutboundSource}}} 1");
        var second = await way.ConnectAsync();
        await second.WriteAsync("\0"u8.ToArray());
        await way.First.ShowsAsync($"tcp_open_connections{{{OutboundSource}}} 2");
        await way.First.ShowsAsync($"tcp_open_connections{{{OutboundDestination}}} 2");

        await first.DisposeAsync();
        await second.DisposeAsync();
        (await server.AcceptAsync()).Close();
        (await server.AcceptAsync()).Close();

        await way.First.ShowsAsync($"tcp_open_connections{{{OutboundSource}}} 0");
        await way.First.ShowsAsync($"tcp_open_connections{{{OutboundDestination}}} 0");
    }

    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task outbound_http_tcp_open_connections(string kind)
    {
        await using var server = await TestServer.Http1Async("x");
        await using var way = await Way.ToAsync(server.Address, kind);

        using (var client = TestClient.Http1(way.Entrance))
        {
            await client.GetAsync("/");
            await way.First.ShowsAsync($"tcp_open_connections{{{OutboundSource}}} 1");
            await way.First.ShowsAsync($"tcp_open_connections{{{OutboundDestination}}} 1");
        }

        await way.First.ShowsAsync($"tcp_open_connections{{{OutboundSource}}} 0");
    }

    private static async Task HttpAsync(string kind, string direction, string labels)
    {
        await using var server = await TestServer.Http1Async("x");
        await using var way = await Way.ToAsync(server.Address, kind);

        using (var client = TestClient.Http1(way.Entrance))
        {
            await client.GetAsync("/");
            await way.Proxy(direction).ShowsAsync($"tcp_open_total{{{labels}}} 1");
        }

        Assert.True(await way.Proxy(direction).ValueAsync($"tcp_read_bytes_total{{{labels}}}") > 0);
        Assert.True(await way.Proxy(direction).ValueAsync($"tcp_write_bytes_total{{{labels}}}") > 0);
    }

    private static async Task TcpAsync(string kind, string direction, params string[] lines)
    {
        using var server = new SilentServer();
        await using var way = await Way.ToAsync(server.Address, kind);
        using var client = await way.ConnectAsync();
        await client.WriteAsync(new byte[Said]);
        using var accepted = await server.AcceptAsync();
        await accepted.ReadTextAsync(Said);
        await accepted.WriteAsync(new byte[Answered]);
        await client.ReadTextAsync(Answered);
        client.Close();
        accepted.Close();

        foreach (var line in lines)
        {
            await way.Proxy(direction).ShowsAsync(line);
        }
    }
}
