using Conduit.Grpc.Tests.Echo;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Client;

public sealed class CancellationTests : IAsyncLifetime
{
    private EchoHost _host = null!;
    private GrpcChannel _channel = null!;

    public async Task InitializeAsync()
    {
        _host = await EchoHost.StartAsync();
        _channel = _host.Channel();
    }

    [Fact]
    public async Task The_callers_token_cancels_the_call_on_both_sides()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _channel.Repeat(new EchoRequest { Count = 1, Hang = true }, new CallOptions(cancellationToken: cancellation.Token));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));

        var next = call.ResponseStream.MoveNext();
        await cancellation.CancelAsync();

        Assert.Equal(new Status(StatusCode.Cancelled, "Call canceled by the client."), await EchoCalls.StatusAsync(next));
        await Eventually.Holds(() => _host.Service.Cancelled == 1);
    }

    [Fact]
    public async Task The_token_of_one_read_cancels_the_call()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _channel.Converse();
        await Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest()));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));

        var next = call.ResponseStream.MoveNext(cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, await EchoCalls.CodeAsync(next));
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
        await Eventually.Holds(() => _host.Service.Cancelled == 1);
    }

    [Fact]
    public async Task Disposing_a_call_cancels_it()
    {
        var call = _channel.Converse();
        await Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest()));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));

        call.Dispose();

        Assert.Equal(new Status(StatusCode.Cancelled, "gRPC call disposed."), call.GetStatus());
        Assert.Equal(StatusCode.Cancelled, await EchoCalls.CodeAsync(call.ResponseStream.MoveNext()));
        Assert.Equal(StatusCode.Cancelled, await EchoCalls.CodeAsync(call.RequestStream.WriteAsync(new EchoRequest())));
        await Eventually.Holds(() => _host.Service.Cancelled == 1);
    }

    [Fact]
    public async Task Disposing_the_channel_cancels_its_calls()
    {
        using var call = _channel.Converse();
        await Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest()));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));

        _channel.Dispose();

        Assert.Equal(StatusCode.Cancelled, await EchoCalls.CodeAsync(call.ResponseStream.MoveNext()));
        await Eventually.Holds(() => _host.Service.Cancelled == 1);
        Assert.Throws<ObjectDisposedException>(() => _channel.CreateCallInvoker());
    }

    [Fact]
    public async Task A_cancelled_token_starts_no_call()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        using var call = _channel.Once(new EchoRequest(), new CallOptions(cancellationToken: cancellation.Token));

        Assert.Equal(StatusCode.Cancelled, await EchoCalls.CodeAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task Disposing_a_finished_call_does_not_change_its_outcome()
    {
        var call = _channel.Once(new EchoRequest());
        await Eventually.Ends(call.ResponseAsync);

        call.Dispose();

        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    public async Task DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
    }
}
