using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Http2;
using Conduit.Proxy.Http2.Frames;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http2.Connections;

/// <summary>Endpoints that refuse, go away, break, or are full.</summary>
public sealed class ReliabilityTests : IAsyncDisposable
{
    private readonly Socket _first = RelayHarness.Listen();
    private readonly Socket _second = RelayHarness.Listen();
    private RelayHarness? _relay;

    public async ValueTask DisposeAsync()
    {
        if (_relay is not null)
        {
            await _relay.DisposeAsync();
        }

        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task A_refused_stream_is_sent_elsewhere_with_all_that_was_sent_before()
    {
        var relay = await StartAsync(_first, _second);
        var client = await relay.ConnectAsync();
        await client.PostAsync(1);
        await client.DataAsync(1, 5_000, endStream: false);
        var refusing = await relay.AcceptAsync(_first);
        await refusing.ExpectAsync("DATA 1 5000");
        await client.DataAsync(1, 100, endStream: false);
        await client.HeadersAsync(1, true, "checksum: 1");
        await refusing.ExpectAsync("HEADERS 1 end");

        await refusing.DoAsync(writer => writer.WriteReset(1, Http2Error.RefusedStream));

        var serving = await relay.AcceptAsync(_second);
        await serving.ExpectAsync("HEADERS 1 :method: POST");
        Assert.Equal(5_100, await serving.CountDataAsync(1, atLeast: 5_100));
        Assert.Equal("HEADERS 1 end checksum: 1", await serving.ExpectAsync("HEADERS 1"));
        await serving.HeadersAsync(1, true, ":status: 200");
        Assert.Equal("HEADERS 1 end :status: 200", await client.ExpectAsync("HEADERS"));
    }

    [Fact]
    public async Task A_request_too_long_to_keep_is_refused_to_the_client()
    {
        var relay = await StartAsync(new Http2Options { ReplayLimit = 1000 }, _first, _second);
        var client = await relay.ConnectAsync();
        await client.PostAsync(1);
        await client.DataAsync(1, 1001, endStream: false);
        var refusing = await relay.AcceptAsync(_first);
        await refusing.ExpectAsync("DATA 1");

        await refusing.DoAsync(writer => writer.WriteReset(1, Http2Error.RefusedStream));

        Assert.Equal("RESET 1 RefusedStream", await client.ExpectAsync("RESET"));
    }

    [Fact]
    public async Task A_goaway_lets_processed_streams_end_and_moves_the_others()
    {
        var relay = await StartAsync(_first, _second);
        var client = await relay.ConnectAsync();
        await client.GetAsync(1);
        await client.GetAsync(3);
        var leaving = await relay.AcceptAsync(_first);
        await leaving.ExpectAsync("HEADERS 3");

        await leaving.DoAsync(writer => writer.WriteGoAway(1, Http2Error.None));

        var serving = await relay.AcceptAsync(_second);
        await serving.ExpectAsync("HEADERS 1");
        await serving.HeadersAsync(1, true, ":status: 202");
        Assert.Equal("HEADERS 3 end :status: 202", await client.ExpectAsync("HEADERS 3"));
        await leaving.HeadersAsync(1, true, ":status: 201");
        Assert.Equal("HEADERS 1 end :status: 201", await client.ExpectAsync("HEADERS 1"));
        await leaving.ExpectAsync("CLOSED");
    }

    [Fact]
    public async Task After_a_goaway_new_streams_take_a_new_connection()
    {
        var relay = await StartAsync(_first);
        var client = await relay.ConnectAsync();
        await client.GetAsync(1);
        var leaving = await relay.AcceptAsync(_first);
        await leaving.ExpectAsync("HEADERS 1");
        await leaving.DoAsync(writer => writer.WriteGoAway(1, Http2Error.None));
        await leaving.RoundTripAsync();

        await client.GetAsync(3);

        var fresh = await relay.AcceptAsync(_first);
        await fresh.ExpectAsync("HEADERS 1");
    }

    [Fact]
    public async Task An_endpoint_that_cannot_be_reached_costs_nothing_while_another_can()
    {
        var relay = await StartAsync(Closed(), _second);
        var client = await relay.ConnectAsync();
        await client.GetAsync(1);

        var serving = await relay.AcceptAsync(_second);
        await serving.ExpectAsync("HEADERS 1");
        await serving.HeadersAsync(1, true, ":status: 200");

        await client.ExpectAsync("HEADERS 1 end :status: 200");
        Assert.Equal(["ConnectFailed", "responded 200", "ended"], relay.Router.Events);
        Assert.Equal(0, await relay.OnLoopAsync(() => relay.Router.Pools[0].Connections));
    }

    [Fact]
    public async Task No_endpoint_at_all_is_said_by_status_or_in_gRPCs_way()
    {
        var relay = await StartAsync(Closed());
        var client = await relay.ConnectAsync();
        await client.GetAsync(1);
        await client.PostAsync(3, "content-type: application/grpc");

        Assert.Equal("HEADERS 1 end :status: 502, content-length: 0, conduit-error: CDT0101 connect", await client.ExpectAsync("HEADERS 1"));
        var grpc = await client.ExpectAsync("HEADERS 3 end :status: 200, content-type: application/grpc, grpc-status: 14");
        Assert.EndsWith("conduit-error: CDT0101 connect", grpc, StringComparison.Ordinal);
        Assert.Equal("RESET 3 None", await client.ExpectAsync("RESET 3"));
    }

    [Fact]
    public async Task A_broken_connection_is_not_hidden_and_not_tried_again()
    {
        var relay = await StartAsync(_first, _second);
        var client = await relay.ConnectAsync();
        await client.GetAsync(1);
        await client.GetAsync(3);
        var server = await relay.AcceptAsync(_first);
        await server.ExpectAsync("HEADERS 3");
        await server.HeadersAsync(3, false, ":status: 200");
        await client.ExpectAsync("HEADERS 3");

        server.Dispose();

        await client.ExpectAsync("HEADERS 1 end :status: 502");
        Assert.Equal("RESET 3 Internal", await client.ExpectAsync("RESET 3"));
        await Eventually.Holds(async () => await relay.OnLoopAsync(() => relay.Router.Pools[0].Connections) == 0);
    }

    [Fact]
    public async Task An_answer_that_was_complete_arrives_though_its_connection_broke()
    {
        var relay = await StartAsync(_first);
        var client = await relay.ConnectAsync(new Setting(SettingId.InitialWindowSize, 10));
        await client.GetAsync(1);
        var server = await relay.AcceptAsync(_first);
        await server.ExpectAsync("HEADERS 1");
        await server.HeadersAsync(1, false, ":status: 200");
        await server.DataAsync(1, 1000, endStream: true);
        await server.RoundTripAsync();
        server.Dispose();
        await Eventually.Holds(async () => await relay.OnLoopAsync(() => relay.Router.Pools[0].Connections) == 0);

        await client.DoAsync(writer => writer.WriteWindowUpdate(1, 2000));

        Assert.Equal(1000, await client.CountDataAsync(1));
    }

    [Fact]
    public async Task When_streams_run_out_there_is_another_connection()
    {
        var relay = await StartAsync(_first);
        var client = await relay.ConnectAsync();
        await client.GetAsync(1);
        var narrow = await relay.AcceptAsync(_first, new Setting(SettingId.MaxConcurrentStreams, 1));
        await narrow.ExpectAsync("HEADERS 1");
        await narrow.ExpectAsync("SETTINGS ack");

        await client.GetAsync(3);
        var other = await relay.AcceptAsync(_first, new Setting(SettingId.MaxConcurrentStreams, 1));
        await other.ExpectAsync("HEADERS 1");

        await narrow.HeadersAsync(1, true, ":status: 200");
        await client.ExpectAsync("HEADERS 1 end");
        await client.GetAsync(5);
        await narrow.ExpectAsync("HEADERS 3");
    }

    [Fact]
    public async Task An_idle_connection_to_an_endpoint_is_given_up()
    {
        var relay = await StartAsync(new Http2Options { UpstreamIdle = TimeSpan.FromMilliseconds(20) }, _first);
        var client = await relay.ConnectAsync();
        await client.GetAsync(1);
        var server = await relay.AcceptAsync(_first);
        await server.ExpectAsync("HEADERS 1");
        await server.HeadersAsync(1, true, ":status: 200");

        await server.ExpectAsync("GOAWAY 0 None");
        await server.ExpectAsync("CLOSED");
    }

    [Fact]
    public async Task Draining_says_so_twice_and_closes_after_the_last_stream()
    {
        var relay = await StartAsync(_first);
        var client = await relay.ConnectAsync();
        await client.GetAsync(1);
        var server = await relay.AcceptAsync(_first);
        await server.ExpectAsync("HEADERS 1");

        await relay.OnLoopAsync(() =>
        {
            relay.Clients.ForEach(connection => connection.Drain());
            return true;
        });
        Assert.Equal("GOAWAY 2147483647 None", await client.ExpectAsync("GOAWAY"));
        Assert.Equal("GOAWAY 1 None", await client.ExpectAsync("GOAWAY"));
        await server.HeadersAsync(1, true, ":status: 200");

        await client.ExpectAsync("HEADERS 1 end :status: 200");
        await client.ExpectAsync("CLOSED");
    }

    private static IPEndPoint Closed()
    {
        using var socket = RelayHarness.Listen();
        return (IPEndPoint)socket.LocalEndPoint!;
    }

    private Task<RelayHarness> StartAsync(params object[] endpoints) => StartAsync(new Http2Options(), endpoints);

    private async Task<RelayHarness> StartAsync(Http2Options options, params object[] endpoints) =>
        _relay = await RelayHarness.StartAsync([.. endpoints.Select(endpoint => endpoint as IPEndPoint ?? (IPEndPoint)((Socket)endpoint).LocalEndPoint!)], options);
}
