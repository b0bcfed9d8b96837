using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Http2.Frames;

namespace Conduit.Proxy.Tests.Http2.Connections;

/// <summary>Servers that stall, stutter and leave: their clients notice no more of it than without the relay.</summary>
public sealed class MisbehavingServerTests : IAsyncLifetime
{
    private readonly Socket _listener = RelayHarness.Listen();
    private RelayHarness _relay = null!;

    public async Task InitializeAsync() => _relay = await RelayHarness.StartAsync([(IPEndPoint)_listener.LocalEndPoint!]);

    public async Task DisposeAsync()
    {
        await _relay.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task A_stream_that_stalls_holds_up_no_other_and_can_be_given_up()
    {
        var client = await _relay.ConnectAsync();
        await client.GetAsync(1);
        await client.GetAsync(3);
        var server = await _relay.AcceptAsync(_listener);
        await server.ExpectAsync("HEADERS 3");

        await server.HeadersAsync(1, false, ":status: 200");
        await server.DataAsync(1, 10, endStream: false);
        await server.HeadersAsync(3, true, ":status: 204");

        Assert.Equal("DATA 1 10", await client.ExpectAsync("DATA 1"));
        Assert.Equal("HEADERS 3 end :status: 204", await client.ExpectAsync("HEADERS 3"));
        await client.DoAsync(writer => writer.WriteReset(1, Http2Error.Cancel));
        Assert.Equal("RESET 1 Cancel", await server.ExpectAsync("RESET 1"));
    }

    [Fact]
    public async Task A_header_section_that_comes_byte_by_byte_arrives()
    {
        var client = await _relay.ConnectAsync();
        await client.GetAsync(1);
        var server = await _relay.AcceptAsync(_listener);
        await server.ExpectAsync("HEADERS 1");

        // :status: 200, then x: y without indexing, each byte in a frame of its own.
        await server.RawAsync("000001 01 01 00000001 88");

        foreach (var octet in new[] { "00", "01", "78", "01" })
        {
            await server.RawAsync($"000001 09 00 00000001 {octet}");
        }

        await server.RawAsync("000001 09 04 00000001 79");

        Assert.Equal("HEADERS 1 end :status: 200, x: y", await client.ExpectAsync("HEADERS 1"));
    }

    [Fact]
    public async Task A_server_that_leaves_after_each_response_costs_nothing()
    {
        var client = await _relay.ConnectAsync();

        for (var stream = 1; stream <= 5; stream += 2)
        {
            await client.GetAsync(stream);
            using var server = await _relay.AcceptAsync(_listener);
            await server.ExpectAsync("HEADERS 1");
            await server.HeadersAsync(1, true, ":status: 200");
            await server.DoAsync(writer => writer.WriteGoAway(1, Http2Error.None));

            Assert.Equal($"HEADERS {stream} end :status: 200", await client.ExpectAsync("HEADERS"));
            await server.ExpectAsync("CLOSED");
        }
    }
}
