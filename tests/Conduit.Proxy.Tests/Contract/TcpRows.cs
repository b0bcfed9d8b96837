using System.Text;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Tcp;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>The contract's rows about connections that are not HTTP, under their names there.</summary>
public sealed class TcpRows
{
    [Theory]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public Task outbound_tcp(string way) => PassesBothWaysAsync(way);

    [Theory]
    [MemberData(nameof(Way.ToInbound), MemberType = typeof(Way))]
    public Task inbound_tcp(string way) => PassesBothWaysAsync(way);

    [RelayTheory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task tcp_server_first(string kind)
    {
        using var server = new SilentServer();
        await using var way = await Way.ToAsync(server.Address, kind);
        using var client = await way.ConnectAsync();
        using var accepted = await server.AcceptAsync();

        await accepted.WriteAsync("custom tcp server hello"u8.ToArray());
        Assert.Equal("custom tcp server hello", await client.ReadTextAsync(23));
        await client.WriteAsync("custom tcp client hello"u8.ToArray());

        Assert.Equal("custom tcp client hello", await accepted.ReadTextAsync(23));
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task tcp_with_no_orig_dst(string kind)
    {
        await using var lost = await new TestProxy().StartAsync();
        await using var before = await new TestProxy().Upstream($"{lost.Inbound}").StartAsync();
        using var client = await Way.ConnectAsync(kind switch { Way.Inbound => lost.Inbound, Way.Outbound => lost.Outbound, _ => before.Outbound });

        await client.WriteAsync("\0custom tcp client hello"u8.ToArray());

        Assert.NotEqual("bytes", await client.EndingAsync());
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task tcp_connections_close_if_client_closes(string kind)
    {
        using var server = new SilentServer();
        await using var way = await Way.ToAsync(server.Address, kind);
        var client = await way.ConnectAsync();
        await client.WriteAsync("\0hello"u8.ToArray());
        using var accepted = await server.AcceptAsync();
        await accepted.ReadTextAsync(6);

        await client.DisposeAsync();

        Assert.Equal("end", await accepted.EndingAsync());
    }

    private static async Task PassesBothWaysAsync(string kind)
    {
        using var server = new SilentServer();
        await using var way = await Way.ToAsync(server.Address, kind);
        using var client = await way.ConnectAsync();
        await client.WriteAsync(Encoding.Latin1.GetBytes("\0custom tcp hello"));
        using var accepted = await server.AcceptAsync();
        Assert.Equal("\0custom tcp hello", await accepted.ReadTextAsync(17));

        await accepted.WriteAsync("custom tcp bye"u8.ToArray());

        Assert.Equal("custom tcp bye", await client.ReadTextAsync(14));
    }
}
