using Conduit.Proxy.Http2;
using Conduit.Proxy.Http2.Frames;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http2.Connections;

/// <summary>Between a client and a server made by hand: messages, flow control, and how streams end.</summary>
public sealed class RelayTests : OneServerTests
{
    [Fact]
    public async Task A_request_and_its_response_pass_with_body_and_trailers()
    {
        var client = await ConnectAsync();
        await client.PostAsync(1, "content-type: application/grpc", "te: trailers");
        await client.DataAsync(1, 10, endStream: true);

        var server = await AcceptAsync();
        Assert.Equal(
            "HEADERS 1 :method: POST, :scheme: http, :path: /, :authority: test, content-type: application/grpc, te: trailers",
            await server.ExpectAsync("HEADERS"));
        Assert.Equal("DATA 1 10 end", await server.ExpectAsync("DATA"));

        await server.HeadersAsync(1, false, ":status: 200", "content-type: application/grpc");
        await server.DataAsync(1, 5, endStream: false);
        await server.HeadersAsync(1, true, "grpc-status: 0");

        Assert.Equal("HEADERS 1 :status: 200, content-type: application/grpc", await client.ExpectAsync("HEADERS"));
        Assert.Equal("DATA 1 5", await client.ExpectAsync("DATA"));
        Assert.Equal("HEADERS 1 end grpc-status: 0", await client.ExpectAsync("HEADERS"));
        await Eventually.Holds(() => Relay.Router.Events.Contains("ended 0"));
    }

    [Fact]
    public async Task Interim_responses_and_request_trailers_pass()
    {
        var client = await ConnectAsync();
        await client.PostAsync(1, "expect: 100-continue");
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 1");

        await server.HeadersAsync(1, false, ":status: 103", "link: </style.css>");
        Assert.Equal("HEADERS 1 :status: 103, link: </style.css>", await client.ExpectAsync("HEADERS 1"));

        await client.HeadersAsync(1, true, "checksum: 1");
        Assert.Equal("HEADERS 1 end checksum: 1", await server.ExpectAsync("HEADERS 1"));
        await server.HeadersAsync(1, true, ":status: 204");
        Assert.Equal("HEADERS 1 end :status: 204", await client.ExpectAsync("HEADERS 1"));
    }

    [Fact]
    public async Task Streams_of_many_clients_share_one_connection_to_the_endpoint()
    {
        var first = await ConnectAsync();
        var second = await ConnectAsync();
        await first.GetAsync(1, "/a");
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 1");
        await second.GetAsync(1, "/b");

        Assert.Contains(":path: /b", await server.ExpectAsync("HEADERS 3"), StringComparison.Ordinal);
        await server.HeadersAsync(3, true, ":status: 202");
        await server.HeadersAsync(1, true, ":status: 201");

        Assert.Equal("HEADERS 1 end :status: 201", await first.ExpectAsync("HEADERS"));
        Assert.Equal("HEADERS 1 end :status: 202", await second.ExpectAsync("HEADERS"));
    }

    [Fact]
    public async Task A_scheme_of_https_becomes_that_of_the_hop()
    {
        var client = await ConnectAsync();
        await client.HeadersAsync(1, true, ":method: GET", ":scheme: https", ":path: /", ":authority: test");
        var server = await AcceptAsync();

        Assert.Contains(":scheme: http,", await server.ExpectAsync("HEADERS 1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Http2Error.Cancel)]
    [InlineData(Http2Error.EnhanceYourCalm)]
    public async Task A_reset_passes_with_its_code_from_client_to_server(object code)
    {
        var client = await ConnectAsync();
        await client.PostAsync(1);
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 1");

        await client.DoAsync(writer => writer.WriteReset(1, (Http2Error)code));

        Assert.Equal($"RESET 1 {code}", await server.ExpectAsync("RESET"));
    }

    [Theory]
    [InlineData(Http2Error.Internal)]
    [InlineData(Http2Error.Cancel)]
    [InlineData(Http2Error.RefusedStream)]
    [InlineData(Http2Error.None)]
    public async Task A_reset_passes_with_its_code_from_server_to_client(object code)
    {
        var client = await ConnectAsync();
        await client.PostAsync(1);
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 1");

        await server.DoAsync(writer => writer.WriteReset(1, (Http2Error)code));

        Assert.Equal($"RESET 1 {code}", await client.ExpectAsync("RESET"));
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_its_streams()
    {
        var client = await ConnectAsync();
        await client.PostAsync(1);
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 1");

        client.Dispose();

        Assert.Equal("RESET 1 Cancel", await server.ExpectAsync("RESET"));
    }

    [Fact]
    public async Task A_complete_answer_before_the_end_of_the_request_is_not_overtaken_by_its_reset()
    {
        // The client's window is so small that the answer has to wait in the relay while the RST_STREAM is there already.
        var client = await ConnectAsync(new Setting(SettingId.InitialWindowSize, 10));
        await client.PostAsync(1);
        await client.DataAsync(1, 100, endStream: false);
        var server = await AcceptAsync();
        await server.ExpectAsync("DATA 1 100");
        await server.HeadersAsync(1, false, ":status: 200");
        await server.DataAsync(1, 1000, endStream: false);
        await server.HeadersAsync(1, true, "grpc-status: 3");
        await server.DoAsync(writer => writer.WriteReset(1, Http2Error.None));
        await server.RoundTripAsync();

        await client.DataAsync(1, 100, endStream: false);
        await client.DoAsync(writer => writer.WriteWindowUpdate(1, 10_000));

        await client.ExpectAsync("HEADERS 1 :status: 200");
        Assert.Equal(1000, await client.CountDataAsync(1, atLeast: 1000));
        Assert.Equal("HEADERS 1 end grpc-status: 3", await client.ExpectAsync("HEADERS 1"));
        Assert.Equal("RESET 1 None", await client.ExpectAsync("RESET"));
    }

    [Fact]
    public async Task A_request_goes_on_after_its_answer_has_ended()
    {
        var client = await ConnectAsync();
        await client.PostAsync(1);
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 1");
        await server.HeadersAsync(1, true, ":status: 200");
        await client.ExpectAsync("HEADERS 1 end");

        await client.DataAsync(1, 7, endStream: true);

        Assert.Equal("DATA 1 7 end", await server.ExpectAsync("DATA"));
        await Eventually.Holds(() => Relay.Router.Events.Contains("ended"));
    }

    [Fact]
    public async Task Data_waits_for_the_stream_window_even_below_zero_but_an_empty_end_does_not()
    {
        var client = await ConnectAsync(new Setting(SettingId.InitialWindowSize, 100));
        await client.GetAsync(1);
        await client.GetAsync(3);
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 3");
        await server.HeadersAsync(1, false, ":status: 200");
        await server.HeadersAsync(3, false, ":status: 200");
        await server.DataAsync(1, 300, endStream: true);
        await server.DataAsync(3, 100, endStream: false);
        Assert.Equal(100, await client.CountDataAsync(1, atLeast: 100));
        Assert.Equal(100, await client.CountDataAsync(3, atLeast: 100));

        // Both windows stand at −50 now.
        await client.DoAsync(writer => writer.WriteSettings([new Setting(SettingId.InitialWindowSize, 50)]));
        await client.ExpectAsync("SETTINGS ack");
        await server.DataAsync(3, 0, endStream: true);
        Assert.Equal("DATA 3 0 end", await client.ExpectAsync("DATA 3"));
        await client.DoAsync(writer => writer.WriteWindowUpdate(1, 50));
        await client.RoundTripAsync();
        Assert.DoesNotContain(client.Drain(), line => line.StartsWith("DATA", StringComparison.Ordinal));

        await client.DoAsync(writer => writer.WriteWindowUpdate(1, 1));
        Assert.Equal("DATA 1 1", await client.ExpectAsync("DATA 1"));
        await client.DoAsync(writer => writer.WriteSettings([new Setting(SettingId.InitialWindowSize, 1000)]));
        Assert.Equal(199, await client.CountDataAsync(1));
    }

    [Fact]
    public async Task Streams_share_the_connections_window_in_turns()
    {
        var client = await ConnectAsync(new Setting(SettingId.InitialWindowSize, 1_000_000));
        await client.GetAsync(1);
        await client.GetAsync(3);
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 3");
        await server.HeadersAsync(1, false, ":status: 200");
        await server.HeadersAsync(3, false, ":status: 200");
        await server.DataAsync(1, 200_000, endStream: true);
        await server.DataAsync(3, 64_000, endStream: true);
        Assert.Equal(65_535, await client.CountDataAsync(1, atLeast: 65_535));
        await server.RoundTripAsync();

        await client.DoAsync(writer => writer.WriteWindowUpdate(0, 64 * 1024));

        var (first, third) = (0, 0);

        while (first + third < 64 * 1024)
        {
            var line = (await client.ExpectAsync("DATA")).Split(' ');
            var length = int.Parse(line[2], System.Globalization.CultureInfo.InvariantCulture);
            (first, third) = line[1] == "1" ? (first + length, third) : (first, third + length);
        }

        Assert.Equal(32 * 1024, first);
        Assert.Equal(32 * 1024, third);
    }

    [Fact]
    public async Task A_client_gets_its_window_back_only_for_what_the_server_took()
    {
        var client = await ConnectAsync();
        await client.PostAsync(1);
        await client.DataAsync(1, 200_000, endStream: false);
        var server = await AcceptAsync();
        Assert.Equal(65_535, await server.CountDataAsync(1, atLeast: 65_535));
        await client.RoundTripAsync();
        Assert.DoesNotContain(client.Drain(), line => line.StartsWith("WINDOW_UPDATE 1 1", StringComparison.Ordinal));

        await server.DoAsync(writer =>
        {
            writer.WriteWindowUpdate(0, 1_000_000);
            writer.WriteWindowUpdate(1, 1_000_000);
        });

        Assert.Equal(200_000 - 65_535, await server.CountDataAsync(1, atLeast: 200_000 - 65_535));
        await client.ExpectAsync("WINDOW_UPDATE 1 ");
    }

    [Fact]
    public async Task Data_of_dead_streams_and_padding_do_not_starve_the_connection()
    {
        var client = await ConnectAsync();
        await client.GetAsync(1);
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 1");
        await client.DoAsync(writer => writer.WriteReset(1, Http2Error.Cancel));
        await server.ExpectAsync("RESET 1");

        // Three windows' worth, on a stream that nobody reads any more.
        for (var sent = 0; sent < 3 * new Http2Options().ConnectionWindow; sent += 256 * 1024)
        {
            await server.DataAsync(1, 256 * 1024, endStream: false);
            await server.ExpectAsync("WINDOW_UPDATE 0");
        }
    }

    [Fact]
    public async Task A_header_section_in_continuations_passes()
    {
        var client = await ConnectAsync();
        var large = new string('x', 20_000);
        await client.HeadersAsync(1, true, ":method: GET", ":scheme: http", ":path: /", ":authority: test", $"large: {large}");
        var server = await AcceptAsync();

        Assert.EndsWith($"large: {large}", await server.ExpectAsync("HEADERS 1"), StringComparison.Ordinal);
    }
}
