using Conduit.Grpc.Tests.Echo;
using Conduit.Grpc.Tests.Hosting;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Client;

public sealed class DeadlineTests
{
    private readonly ManualTimeProvider _clientTime = new();
    private readonly ManualTimeProvider _serverTime = new();

    private CallOptions FiveSeconds => new(deadline: _clientTime.GetUtcNow().UtcDateTime.AddSeconds(5));

    [Fact]
    public async Task The_client_gives_up_at_its_deadline_and_the_server_sees_a_cancellation()
    {
        await using var host = await EchoHost.StartAsync(time: _serverTime);
        using var channel = Channel(host);
        using var call = channel.Repeat(new EchoRequest { Count = 1, Hang = true }, FiveSeconds);
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));

        var next = call.ResponseStream.MoveNext();
        _clientTime.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(StatusCode.DeadlineExceeded, await EchoCalls.CodeAsync(next));
        Assert.Equal(StatusCode.DeadlineExceeded, call.GetStatus().StatusCode);
        await Eventually.Holds(() => host.Service.Cancelled == 1);
    }

    [Fact]
    public async Task The_server_gives_up_at_the_deadline_that_the_client_sent()
    {
        await using var host = await EchoHost.StartAsync(time: _serverTime);
        using var channel = Channel(host);
        using var call = channel.Repeat(new EchoRequest { Text = "x", Count = 1, Hang = true }, FiveSeconds);
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));
        Assert.Equal(5_000, call.ResponseStream.Current.RemainingMs);

        _serverTime.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded"), await EchoCalls.StatusAsync(call.ResponseStream.MoveNext()));
        await Eventually.Holds(() => host.Service.Cancelled == 1);
    }

    [Fact]
    public async Task The_server_does_not_wait_for_a_handler_that_ignores_the_deadline()
    {
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var host = await HandlerHost.StartAsync(
            async (_, _) =>
            {
                started.SetResult();
                await release.Task;
                return new EchoReply();
            },
            _serverTime);
        using var channel = host.Channel(new GrpcChannelOptions { TimeProvider = _clientTime });
        using var call = channel.Once(new EchoRequest(), FiveSeconds);
        await Eventually.Ends(started.Task);

        _serverTime.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(StatusCode.DeadlineExceeded, await EchoCalls.CodeAsync(call.ResponseAsync));
        release.SetResult();
    }

    [Fact]
    public async Task A_deadline_that_has_passed_needs_no_server()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:9", new GrpcChannelOptions { TimeProvider = _clientTime });

        using var call = channel.Once(new EchoRequest(), new CallOptions(deadline: _clientTime.GetUtcNow().UtcDateTime));

        Assert.Equal(StatusCode.DeadlineExceeded, await EchoCalls.CodeAsync(call.ResponseAsync));
        Assert.Equal(StatusCode.DeadlineExceeded, await EchoCalls.CodeAsync(call.ResponseHeadersAsync));
    }

    [Fact]
    public void A_deadline_is_in_UTC()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:9");
        var local = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local);

        Assert.Throws<InvalidOperationException>(() => channel.Once(new EchoRequest(), new CallOptions(deadline: local)));
    }

    [Fact]
    public async Task A_call_without_a_deadline_has_none_at_the_server()
    {
        await using var host = await EchoHost.StartAsync(time: _serverTime);
        using var channel = Channel(host);

        using var call = channel.Once(new EchoRequest());

        Assert.Equal(0, (await Eventually.Ends(call.ResponseAsync)).RemainingMs);
    }

    [Fact]
    public async Task A_deadline_can_be_an_OperationCanceledException()
    {
        await using var host = await EchoHost.StartAsync(time: _serverTime);
        using var channel = host.Channel(new GrpcChannelOptions { TimeProvider = _clientTime, ThrowOperationCanceledOnCancellation = true });
        using var call = channel.Once(new EchoRequest { Hang = true }, FiveSeconds);

        _clientTime.Advance(TimeSpan.FromSeconds(5));

        var failure = await Assert.ThrowsAsync<OperationCanceledException>(() => Eventually.Ends(call.ResponseAsync));
        Assert.Equal(StatusCode.DeadlineExceeded, Assert.IsType<RpcException>(failure.InnerException).StatusCode);
    }

    private GrpcChannel Channel(EchoHost host) => host.Channel(new GrpcChannelOptions { TimeProvider = _clientTime });
}
