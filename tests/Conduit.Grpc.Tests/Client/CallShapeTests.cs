using Conduit.Grpc.Tests.Echo;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Client;

public sealed class CallShapeTests
{
    [Fact]
    public async Task A_unary_call_brings_its_response()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();

        using var call = channel.CreateCallInvoker().AsyncUnaryCall(EchoMethods.Once, null, default, new EchoRequest { Text = "hello" });

        Assert.Equal("hello", (await Eventually.Ends(call.ResponseAsync)).Text);
        Assert.Equal(Status.DefaultSuccess, call.GetStatus());
        Assert.Empty(call.GetTrailers());
    }

    [Fact]
    public async Task A_client_streaming_call_sends_many_and_brings_one()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();
        using var call = channel.CreateCallInvoker().AsyncClientStreamingCall(EchoMethods.Collect, null, default);

        foreach (var text in (string[])["a", "b", "c"])
        {
            await Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest { Text = text }));
        }

        await Eventually.Ends(call.RequestStream.CompleteAsync());

        Assert.Equal("a,b,c", (await Eventually.Ends(call.ResponseAsync)).Text);
    }

    [Fact]
    public async Task A_server_streaming_call_brings_many_in_order()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();
        using var call = channel.CreateCallInvoker()
            .AsyncServerStreamingCall(EchoMethods.Repeat, null, default, new EchoRequest { Text = "n", Count = 100 });

        var texts = await Eventually.Ends(call.ResponseStream.ReadAllAsync().Select(reply => reply.Text).ToListAsync().AsTask());

        Assert.Equal(Enumerable.Range(0, 100).Select(index => $"n {index}"), texts);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_duplex_call_goes_back_and_forth()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();
        using var call = channel.CreateCallInvoker().AsyncDuplexStreamingCall(EchoMethods.Converse, null, default);

        for (var index = 0; index < 10; index++)
        {
            await Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest { Text = $"{index}" }));
            Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));
            Assert.Equal($"{index}", call.ResponseStream.Current.Text);
        }

        await Eventually.Ends(call.RequestStream.CompleteAsync());
        Assert.False(await Eventually.Ends(call.ResponseStream.MoveNext()));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_handlers_status_reaches_the_caller()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();
        using var call = channel.CreateCallInvoker().AsyncUnaryCall(
            EchoMethods.Once, null, default, new EchoRequest { StatusCode = (int)StatusCode.NotFound, StatusDetail = "keine Brötchen, 100 %" });

        var failure = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(call.ResponseAsync));

        Assert.Equal(new Status(StatusCode.NotFound, "keine Brötchen, 100 %"), failure.Status);
        Assert.Equal(failure.Status, call.GetStatus());
    }
}
