using System.Text.Json;
using Conduit.Grpc.Tests.Echo;
using Conduit.Testing.Node;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Interop;

/// <summary>@grpc/grpc-js calls our server.</summary>
[Collection(InteropCollection.Name)]
public sealed class JavaScriptClientTests : IAsyncLifetime
{
    private EchoHost _host = null!;
    private NodeProcess _client = null!;

    public async Task InitializeAsync()
    {
        if (NodeTools.Missing is null)
        {
            _host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
            _client = NodeTools.Package.Start("client.js", NodeTools.Proto, _host.Address.Authority);
        }
    }

    [InteropFact]
    public async Task A_unary_call()
    {
        var end = await AskAsync("unary");

        Assert.Equal("hello", end.GetProperty("reply").GetProperty("text").GetString());
    }

    [InteropFact]
    public async Task A_client_streaming_call()
    {
        var end = await AskAsync("clientStreaming");

        Assert.Equal("a,b,c", end.GetProperty("reply").GetProperty("text").GetString());
    }

    [InteropFact]
    public async Task A_server_streaming_call()
    {
        var end = await AskAsync("serverStreaming");

        Assert.Equal(Enumerable.Range(0, 100).Select(index => $"n {index}"), TextsOf(end));
    }

    [InteropFact]
    public async Task A_duplex_call()
    {
        var end = await AskAsync("duplex");

        Assert.Equal(Enumerable.Range(0, 10).Select(index => $"{index}"), TextsOf(end));
    }

    [InteropFact]
    public async Task A_deadline_ends_the_call_on_both_sides()
    {
        await AskAsync("deadline", StatusCode.DeadlineExceeded);

        await Eventually.Holds(() => _host.Service.Cancelled == 1);
    }

    [InteropFact]
    public async Task A_deadline_is_known_here()
    {
        var end = await AskAsync("remaining");

        Assert.InRange(end.GetProperty("reply").GetProperty("remaining_ms").GetInt64(), 1, 60_000);
    }

    [InteropFact]
    public async Task A_cancellation_reaches_the_handler()
    {
        var end = await AskAsync("cancel", StatusCode.Cancelled);

        Assert.Equal(["n 0"], TextsOf(end));
        await Eventually.Holds(() => _host.Service.Cancelled == 1);
    }

    [InteropFact]
    public async Task Metadata_as_text_and_as_bytes()
    {
        var end = await AskAsync("metadata");

        Assert.Equal(["a, b"], ListOf(end.GetProperty("headers").GetProperty("x-echo")));
        Assert.Equal(["00ff", "", "010203"], ListOf(end.GetProperty("trailers").GetProperty("x-echo-bin")));
    }

    [InteropFact]
    public async Task A_status_with_a_message_beyond_ASCII()
    {
        var end = await AskAsync("status", StatusCode.NotFound);

        Assert.Equal("keine Brötchen 🍩, 100 %", end.GetProperty("details").GetString());
        Assert.Equal(["00ff", "", "010203"], ListOf(end.GetProperty("trailers").GetProperty("x-echo-bin")));
    }

    [InteropFact]
    public async Task A_status_after_a_reply()
    {
        var end = await AskAsync("statusAfterReply", StatusCode.DataLoss);

        Assert.Equal(["first"], TextsOf(end));
        Assert.Equal("rest is gone", end.GetProperty("details").GetString());
    }

    [InteropFact]
    public async Task A_method_that_is_not_there() => await AskAsync("missing", StatusCode.Unimplemented);

    [InteropFact]
    public async Task A_message_of_four_megabytes()
    {
        var end = await AskAsync("large");

        Assert.True(end.GetProperty("isSame").GetBoolean());
    }

    [InteropFact]
    public async Task A_message_past_the_limit() => await AskAsync("tooLarge", StatusCode.ResourceExhausted);

    [InteropFact]
    public async Task A_thousand_streams_at_once()
    {
        var end = await _client.AskAsync("concurrent");

        Assert.Equal(1_000, end.GetProperty("good").GetInt32());
    }

    [InteropFact]
    public async Task Gzip_in_both_directions()
    {
        var end = await AskAsync("gzip");

        Assert.True(end.GetProperty("isSame").GetBoolean());
        Assert.Equal("gzip", end.GetProperty("encoding").GetString());
    }

    public async Task DisposeAsync()
    {
        if (NodeTools.Missing is null)
        {
            await _client.DisposeAsync();
            await _host.DisposeAsync();
        }
    }

    private static string[] TextsOf(JsonElement end) => ListOf(end.GetProperty("texts"));

    private static string[] ListOf(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private async Task<JsonElement> AskAsync(string scenario, StatusCode expected = StatusCode.OK)
    {
        var end = await _client.AskAsync(scenario);
        Assert.True(end.GetProperty("code").GetInt32() == (int)expected, $"{scenario}: {end}");
        return end;
    }
}
