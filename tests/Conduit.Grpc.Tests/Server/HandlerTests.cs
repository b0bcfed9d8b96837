using Conduit.Grpc.Tests.Echo;
using Conduit.Grpc.Tests.Hosting;
using Conduit.Testing.Time;
using Microsoft.Extensions.Logging;

namespace Conduit.Grpc.Tests.Server;

public sealed class HandlerTests
{
    [Theory]
    [InlineData(false, "Exception was thrown by handler.")]
    [InlineData(true, "Exception was thrown by handler. InvalidCastException: secret")]
    public async Task An_unexpected_exception_is_logged_and_its_text_kept_unless_asked_for(bool isDetailed, string detail)
    {
        await using var host = await HandlerHost.StartAsync(
            (_, _) => throw new InvalidCastException("secret"), configure: options => options.EnableDetailedErrors = isDetailed);
        host.Log.ExpectingErrors();
        using var channel = host.Channel();

        using var call = channel.Once(new EchoRequest());

        Assert.Equal(new Status(StatusCode.Unknown, detail), await EchoCalls.StatusAsync(call.ResponseAsync));
        Assert.IsType<InvalidCastException>(Assert.Single(host.Log.Lines, line => line.Level == LogLevel.Error).Exception);
    }

    [Fact]
    public async Task A_handler_can_fail_by_setting_the_status()
    {
        await using var host = await HandlerHost.StartAsync((_, context) =>
        {
            context.Status = new Status(StatusCode.FailedPrecondition, "not now");
            return Task.FromResult(new EchoReply());
        });
        using var channel = host.Channel();

        using var call = channel.Once(new EchoRequest());

        Assert.Equal(new Status(StatusCode.FailedPrecondition, "not now"), await EchoCalls.StatusAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task A_handler_without_a_response_cancels_the_call()
    {
        await using var host = await HandlerHost.StartAsync((_, _) => Task.FromResult<EchoReply>(null!));
        using var channel = host.Channel();

        using var call = channel.Once(new EchoRequest());

        Assert.Equal(new Status(StatusCode.Cancelled, "No message returned from method."), await EchoCalls.StatusAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task A_handlers_own_cancellation_is_a_failure()
    {
        await using var host = await HandlerHost.StartAsync((_, _) => throw new OperationCanceledException("own"));
        host.Log.ExpectingErrors();
        using var channel = host.Channel();

        using var call = channel.Once(new EchoRequest());

        Assert.Equal(StatusCode.Unknown, await EchoCalls.CodeAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task Headers_are_sent_once()
    {
        await using var host = await HandlerHost.StartAsync(async (_, context) =>
        {
            await context.WriteResponseHeadersAsync([new("first", "1")]);
            await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteResponseHeadersAsync([new("second", "2")]));
            return new EchoReply();
        });
        using var channel = host.Channel();

        using var call = channel.Once(new EchoRequest());
        await Eventually.Ends(call.ResponseAsync);

        Assert.Equal("1", (await call.ResponseHeadersAsync).GetValue("first"));
    }

    [Fact]
    public async Task A_handler_knows_its_caller_and_its_request()
    {
        await using var host = await HandlerHost.StartAsync((_, context) => Task.FromResult(
            new EchoReply { Text = $"{context.Method} {context.Host} {context.Peer} {context.GetHttpContext().Request.Protocol}" }));
        using var channel = host.Channel();

        using var call = channel.Once(new EchoRequest());
        var reply = await Eventually.Ends(call.ResponseAsync);

        Assert.Matches($@"^/conduit\.grpc\.tests\.EchoService/Once 127\.0\.0\.1:{host.Address.Port} ipv4:127\.0\.0\.1:\d+ HTTP/2$", reply.Text);
    }

    [Fact]
    public async Task Many_clients_are_served_side_by_side()
    {
        var arrived = 0;
        var all = new TaskCompletionSource();
        await using var host = await HandlerHost.StartAsync(async (request, _) =>
        {
            if (Interlocked.Increment(ref arrived) == 50)
            {
                all.SetResult();
            }

            await all.Task;
            return new EchoReply { Text = request.Text };
        });
        using var channel = host.Channel();

        var replies = await Eventually.Ends(Task.WhenAll(Enumerable.Range(0, 50).Select(
            async index => await channel.Once(new EchoRequest { Text = $"{index}" }))));

        Assert.Equal(Enumerable.Range(0, 50).Select(index => $"{index}"), replies.Select(reply => reply.Text));
    }

    [Fact]
    public async Task A_service_needs_the_server()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LoopbackServer
            .StartAsync(_ => { }, app => app.MapGrpcService(new EchoService(TimeProvider.System).Definition)));

        Assert.Contains("AddGrpc", failure.Message, StringComparison.Ordinal);
    }
}
