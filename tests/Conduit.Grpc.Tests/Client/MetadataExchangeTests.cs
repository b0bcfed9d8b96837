using Conduit.Grpc.Tests.Echo;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Client;

public sealed class MetadataExchangeTests
{
    [Fact]
    public async Task Metadata_goes_with_the_request_the_headers_and_the_trailers()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();
        Metadata sent = [new("x-echo", "a, b"), new("x-echo-bin", [0, 255]), new("x-echo-bin", []), new("x-echo-bin", [1, 2, 3])];

        using var call = channel.Once(new EchoRequest(), new CallOptions(sent));
        await Eventually.Ends(call.ResponseAsync);

        Assert.Equal("a, b", (await call.ResponseHeadersAsync).GetValue("x-echo"));
        Assert.Equal(
            [[0, 255], [], [1, 2, 3]],
            call.GetTrailers().GetAll("x-echo-bin").Select(entry => entry.ValueBytes));
    }

    [Fact]
    public async Task Headers_arrive_ahead_of_the_responses()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();

        using var call = channel.Converse(new CallOptions([new("x-echo", "early")]));

        Assert.Equal("early", (await Eventually.Ends(call.ResponseHeadersAsync)).GetValue("x-echo"));
        await Eventually.Ends(call.RequestStream.CompleteAsync());
        Assert.False(await Eventually.Ends(call.ResponseStream.MoveNext()));
    }

    [Fact]
    public async Task Trailers_come_with_a_failure()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();
        var request = new EchoRequest { StatusCode = (int)StatusCode.NotFound };

        using var call = channel.Once(request, new CallOptions([new("x-echo-bin", [7])]));
        var failure = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(call.ResponseAsync));

        Assert.Equal([7], failure.Trailers.GetValueBytes("x-echo-bin"));
        Assert.Equal([7], call.GetTrailers().GetValueBytes("x-echo-bin"));
    }
}
