using Conduit.Grpc.Tests.Echo;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Client;

public sealed class CallShapeTests : IAsyncLifetime
{
    private EchoHost _host = null!;
    private GrpcChannel _channel = null!;

    public async Task InitializeAsync()
    {
        _host = await EchoHost.StartAsync();
        _channel = _host.Channel();
    }

    [Fact]
    public async Task A_unary_call_brings_its_response()
    {
        using var call = _channel.Once(new EchoRequest { Text = "hello" });

        Assert.Equal("hello", (await Eventually.Ends(call.ResponseAsync)).Text);
        Assert.Equal(Status.DefaultSuccess, call.GetStatus());
        Assert.Empty(call.GetTrailers());
    }

    [Fact]
    public async Task A_client_streaming_call_sends_many_and_brings_one() => Assert.Equal("a,b,c", await _channel.CollectAsync("a", "b", "c"));

    [Fact]
    public async Task A_stream_of_no_requests_is_a_call() => Assert.Equal("", await _channel.CollectAsync());

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_server_streaming_call_brings_many_in_order(int count)
    {
        using var call = _channel.Repeat(new EchoRequest { Text = "n", Count = count });

        Assert.Equal(Enumerable.Range(0, count).Select(index => $"n {index}"), await call.ResponseStream.TextsAsync());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.False(await Eventually.Ends(call.ResponseStream.MoveNext()));
    }

    [Fact]
    public Task A_duplex_call_goes_back_and_forth() => _channel.ConverseAsync(rounds: 10);

    [Fact]
    public async Task Responses_before_a_failure_are_not_lost()
    {
        using var call = _channel.Repeat(new EchoRequest { Count = 2, StatusCode = (int)StatusCode.DataLoss, StatusDetail = "rest is gone" });

        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));
        Assert.Equal(new Status(StatusCode.DataLoss, "rest is gone"), await EchoCalls.StatusAsync(call.ResponseStream.MoveNext()));
        Assert.Equal(StatusCode.DataLoss, await EchoCalls.CodeAsync(call.ResponseStream.MoveNext()));
    }

    [Fact]
    public Task A_thousand_calls_run_at_once() => _channel.ConverseAtOnceAsync(1_000);

    [Fact]
    public void A_method_is_called_in_its_own_shape_only()
    {
        var invoker = _channel.CreateCallInvoker();

        Assert.Throws<ArgumentException>(() => invoker.AsyncUnaryCall(EchoMethods.Repeat, null, default, new EchoRequest()));
    }

    [Fact]
    public async Task The_outcome_is_not_known_before_the_end()
    {
        using var call = _channel.Converse();

        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());

        await Eventually.Ends(call.RequestStream.CompleteAsync());
        Assert.False(await Eventually.Ends(call.ResponseStream.MoveNext()));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Writing_after_completion_is_refused()
    {
        using var call = _channel.Collect();
        await Eventually.Ends(call.RequestStream.CompleteAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest())));
    }

    [Fact]
    public async Task A_writer_learns_that_the_server_ended_the_call()
    {
        using var call = _channel.Collect();
        await Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest { StatusCode = (int)StatusCode.Aborted, StatusDetail = "enough" }));

        Assert.Equal(new Status(StatusCode.Aborted, "enough"), await EchoCalls.StatusAsync(call.ResponseAsync));
        Assert.Equal(StatusCode.Aborted, await EchoCalls.CodeAsync(call.RequestStream.WriteAsync(new EchoRequest())));
    }

    public async Task DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
    }
}
