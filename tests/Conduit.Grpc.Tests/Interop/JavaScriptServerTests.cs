using Conduit.Grpc.Tests.Client;
using Conduit.Grpc.Tests.Echo;
using Conduit.Testing.Node;
using Conduit.Testing.Time;
using Google.Protobuf;

namespace Conduit.Grpc.Tests.Interop;

/// <summary>Our client calls @grpc/grpc-js.</summary>
[Collection(InteropCollection.Name)]
public sealed class JavaScriptServerTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private NodeProcess _server = null!;
    private Uri _address = null!;
    private GrpcChannel _channel = null!;

    private CallOptions OneMinute => new(deadline: _time.GetUtcNow().UtcDateTime.AddMinutes(1));

    public async Task InitializeAsync()
    {
        if (NodeTools.Missing is null)
        {
            _server = NodeTools.Package.Start("server.js", NodeTools.Proto);
            var port = (await _server.ReadAsync("the server's port")).GetProperty("port").GetInt32();
            _address = new Uri($"http://127.0.0.1:{port}");
            _channel = GrpcChannel.ForAddress(_address, new GrpcChannelOptions { TimeProvider = _time });
        }
    }

    [InteropFact]
    public async Task A_unary_call()
    {
        using var call = _channel.Once(new EchoRequest { Text = "hello" });

        Assert.Equal("hello", (await Eventually.Ends(call.ResponseAsync)).Text);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [InteropFact]
    public async Task A_client_streaming_call() => Assert.Equal("a,b,c", await _channel.CollectAsync("a", "b", "c"));

    [InteropFact]
    public async Task A_server_streaming_call()
    {
        using var call = _channel.Repeat(new EchoRequest { Text = "n", Count = 100 });

        Assert.Equal(Enumerable.Range(0, 100).Select(index => $"n {index}"), await call.ResponseStream.TextsAsync());
    }

    [InteropFact]
    public Task A_duplex_call() => _channel.ConverseAsync(rounds: 10);

    [InteropFact]
    public async Task A_deadline_ends_the_call_on_both_sides()
    {
        using var call = _channel.Repeat(new EchoRequest { Text = "n", Count = 1, Hang = true }, OneMinute);
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));
        Assert.InRange(call.ResponseStream.Current.RemainingMs, 1, 60_000);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(StatusCode.DeadlineExceeded, await EchoCalls.CodeAsync(call.ResponseStream.MoveNext()));
        await Eventually.Holds(async () => await CountCancelledAsync() == 1);
    }

    [InteropFact]
    public async Task A_cancellation_reaches_the_handler()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _channel.Repeat(new EchoRequest { Count = 1, Hang = true }, new CallOptions(cancellationToken: cancellation.Token));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));

        await cancellation.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, await EchoCalls.CodeAsync(call.ResponseStream.MoveNext()));
        await Eventually.Holds(async () => await CountCancelledAsync() == 1);
    }

    [InteropFact]
    public async Task Metadata_as_text_and_as_bytes()
    {
        Metadata sent = [new("x-echo", "a, b"), new("x-echo-bin", [0, 255]), new("x-echo-bin", []), new("x-echo-bin", [1, 2, 3])];

        using var call = _channel.Once(new EchoRequest(), new CallOptions(sent));
        await Eventually.Ends(call.ResponseAsync);

        Assert.Equal("a, b", (await call.ResponseHeadersAsync).GetValue("x-echo"));
        Assert.Equal([[0, 255], [], [1, 2, 3]], call.GetTrailers().GetAll("x-echo-bin").Select(entry => entry.ValueBytes));
    }

    [InteropFact]
    public async Task A_status_with_a_message_beyond_ASCII()
    {
        var request = new EchoRequest { StatusCode = (int)StatusCode.NotFound, StatusDetail = "keine Brötchen 🍩, 100 %" };

        using var call = _channel.Once(request, new CallOptions([new("x-echo-bin", [7])]));
        var status = await EchoCalls.StatusAsync(call.ResponseAsync);

        Assert.Equal(new Status(StatusCode.NotFound, "keine Brötchen 🍩, 100 %"), status);
        Assert.Equal([7], call.GetTrailers().GetValueBytes("x-echo-bin"));
    }

    [InteropFact]
    public async Task A_status_after_replies()
    {
        using var call = _channel.Repeat(new EchoRequest { Count = 2, StatusCode = (int)StatusCode.DataLoss, StatusDetail = "rest is gone" });

        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));
        Assert.Equal(new Status(StatusCode.DataLoss, "rest is gone"), await EchoCalls.StatusAsync(call.ResponseStream.MoveNext()));
    }

    [InteropFact]
    public async Task A_method_that_is_not_there()
    {
        using var call = _channel.CreateCallInvoker().AsyncUnaryCall(EchoMethods.Missing, null, default, new EchoRequest());

        Assert.Equal(StatusCode.Unimplemented, await EchoCalls.CodeAsync(call.ResponseAsync));
    }

    [InteropFact]
    public async Task A_message_of_four_megabytes()
    {
        var payload = new byte[(4 * 1024 * 1024) - 16];
        Array.Fill(payload, (byte)'x');

        using var call = _channel.Once(new EchoRequest { Payload = ByteString.CopyFrom(payload) });

        Assert.Equal(payload, (await Eventually.Ends(call.ResponseAsync)).Payload.ToByteArray());
    }

    [InteropFact]
    public Task A_thousand_streams_at_once() => _channel.ConverseAtOnceAsync(1_000);

    // That library compresses no responses, so its server shows one direction; its client shows both.
    [InteropFact]
    public async Task Gzip_to_the_server()
    {
        using var counter = new CountingHandler();
        using var channel = GrpcChannel.ForAddress(_address, new GrpcChannelOptions { HttpHandler = counter });
        var text = new string('x', 100_000);

        using var call = channel.Once(new EchoRequest { Text = text }, new CallOptions([new("grpc-internal-encoding-request", "gzip")]));

        Assert.Equal(text, (await Eventually.Ends(call.ResponseAsync)).Text);
        Assert.InRange(counter.RequestBytes, 1, 2_000);
    }

    public async Task DisposeAsync()
    {
        if (NodeTools.Missing is null)
        {
            _channel.Dispose();
            await _server.DisposeAsync();
        }
    }

    private async Task<int> CountCancelledAsync()
    {
        using var call = _channel.CreateCallInvoker().AsyncUnaryCall(EchoMethods.CountCancelled, null, default, new CountCancelledRequest());
        return (await Eventually.Ends(call.ResponseAsync)).Count;
    }
}
