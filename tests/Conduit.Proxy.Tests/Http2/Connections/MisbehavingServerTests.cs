using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Tests.Contract;

namespace Conduit.Proxy.Tests.Http2.Connections;

/// <summary>Servers that stall, stutter, break off and leave: their clients notice no more of it than without us.</summary>
public sealed class MisbehavingServerTests
{
    [RelayTheory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_stream_that_stalls_holds_up_no_other_and_can_be_given_up(string kind)
    {
        await using var chain = await Http2Chain.StartAsync(kind);
        var (client, server) = await chain.PostAsync();
        await client.GetAsync(3);
        await server.ExpectAsync("HEADERS 3");

        await server.HeadersAsync(1, false, ":status: 200");
        await server.DataAsync(1, 10, endStream: false);
        await server.HeadersAsync(3, true, ":status: 204");

        Assert.Equal("DATA 1 10", await client.ExpectAsync("DATA 1"));
        Assert.Equal("HEADERS 3 end :status: 204", await client.ExpectAsync("HEADERS 3"));
        await client.DoAsync(writer => writer.WriteReset(1, Http2Error.Cancel));
        Assert.Equal("RESET 1 Cancel", await server.ExpectAsync("RESET 1"));
    }

    [RelayTheory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_message_that_comes_byte_by_byte_arrives(string kind)
    {
        await using var chain = await Http2Chain.StartAsync(kind);
        var (client, server) = await chain.PostAsync();

        // :status: 200, then x: y without indexing, each byte in a frame of its own.
        await server.RawAsync("000001 01 00 00000001 88");

        foreach (var octet in new[] { "00", "01", "78", "01" })
        {
            await server.RawAsync($"000001 09 00 00000001 {octet}");
        }

        await server.RawAsync("000001 09 04 00000001 79");
        Assert.Equal("HEADERS 1 :status: 200, x: y", await client.ExpectAsync("HEADERS 1"));

        for (var sent = 1; sent <= 5; sent++)
        {
            await server.DataAsync(1, 1, endStream: sent == 5);
        }

        Assert.Equal(5, await client.CountDataAsync(1));
    }

    [RelayTheory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_server_that_leaves_after_each_response_costs_nothing(string kind)
    {
        await using var chain = await Http2Chain.StartAsync(kind);
        var client = await chain.ConnectAsync();

        for (var stream = 1; stream <= 5; stream += 2)
        {
            await client.GetAsync(stream);
            var server = await chain.AcceptAsync();
            await server.ExpectAsync("HEADERS 1");
            await server.HeadersAsync(1, true, ":status: 200");
            await server.DoAsync(writer => writer.WriteGoAway(1, Http2Error.None));

            Assert.Equal($"HEADERS {stream} end :status: 200", await client.ExpectAsync("HEADERS"));
            await server.ExpectAsync("CLOSED");
        }
    }

    [RelayTheory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_goaway_in_the_middle_of_a_response_cuts_nothing_off(string kind)
    {
        await using var chain = await Http2Chain.StartAsync(kind);
        var (client, leaving) = await chain.PostAsync();
        await leaving.HeadersAsync(1, false, ":status: 200");
        await leaving.DoAsync(writer => writer.WriteGoAway(1, Http2Error.None));
        await leaving.RoundTripAsync();

        await client.GetAsync(3);
        var next = await chain.AcceptAsync();
        await next.ExpectAsync("HEADERS 1");
        await next.HeadersAsync(1, true, ":status: 204");
        Assert.Equal("HEADERS 3 end :status: 204", await client.ExpectAsync("HEADERS 3"));

        await client.DataAsync(1, 100, endStream: true);
        Assert.Equal("DATA 1 100 end", await leaving.ExpectAsync("DATA 1"));
        await leaving.DataAsync(1, 10, endStream: true);
        Assert.Equal("DATA 1 10 end", await client.ExpectAsync("DATA 1"));
    }

    [RelayTheory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_reset_in_the_middle_of_a_response_keeps_its_code_and_the_others(string kind)
    {
        await using var chain = await Http2Chain.StartAsync(kind);
        var (client, server) = await chain.PostAsync();
        await client.GetAsync(3);
        await server.ExpectAsync("HEADERS 3");
        await server.HeadersAsync(1, false, ":status: 200");
        await server.DataAsync(1, 10, endStream: false);

        await server.DoAsync(writer => writer.WriteReset(1, Http2Error.EnhanceYourCalm));
        await server.HeadersAsync(3, true, ":status: 204");

        Assert.Equal("RESET 1 EnhanceYourCalm", await client.ExpectAsync("RESET"));
        Assert.Equal("HEADERS 3 end :status: 204", await client.ExpectAsync("HEADERS 3"));
    }

    [RelayTheory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task An_answer_before_the_body_was_read_arrives_whole_and_tells_the_client_to_stop(string kind)
    {
        await using var chain = await Http2Chain.StartAsync(kind);
        var (client, server) = await chain.PostAsync();

        await server.HeadersAsync(1, false, ":status: 413");
        await server.DataAsync(1, 10, endStream: true);
        await server.DoAsync(writer => writer.WriteReset(1, Http2Error.None));

        Assert.Equal("HEADERS 1 :status: 413", await client.ExpectAsync("HEADERS 1"));
        Assert.Equal("DATA 1 10 end", await client.ExpectAsync("DATA 1"));

        // RFC 9113 §8.1: what comes with this code is a whole response.
        Assert.Equal("RESET 1 None", await client.ExpectAsync("RESET 1"));
        await client.RoundTripAsync();
    }
}
