using Conduit.Grpc.Tests.Echo;
using Conduit.Testing.Time;
using Google.Protobuf;

namespace Conduit.Grpc.Tests.Client;

public sealed class MessageSizeTests
{
    private const int FourMegabytes = 4 * 1024 * 1024;

    [Fact]
    public async Task A_message_of_just_the_default_limit_passes_both_ways()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();
        var request = RequestOf(FourMegabytes);
        Assert.Equal(FourMegabytes, request.CalculateSize());

        using var call = channel.Once(request);

        Assert.Equal(request.Payload, (await Eventually.Ends(call.ResponseAsync)).Payload);
    }

    [Fact]
    public async Task The_server_refuses_a_larger_request()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();

        using var call = channel.Once(RequestOf(FourMegabytes + 1));

        Assert.Equal(
            new Status(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size."),
            await EchoCalls.StatusAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task The_client_refuses_a_larger_response()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel(new GrpcChannelOptions { MaxReceiveMessageSize = 100 });

        using var call = channel.Once(RequestOf(101));

        Assert.Equal(StatusCode.ResourceExhausted, await EchoCalls.CodeAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task The_client_does_not_send_more_than_its_limit()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel(new GrpcChannelOptions { MaxSendMessageSize = 100 });
        using var unary = channel.Once(RequestOf(101));
        using var stream = channel.Collect();

        Assert.Equal(StatusCode.ResourceExhausted, await EchoCalls.CodeAsync(unary.ResponseAsync));
        Assert.Equal(StatusCode.ResourceExhausted, await EchoCalls.CodeAsync(stream.RequestStream.WriteAsync(RequestOf(101))));
        Assert.Equal(StatusCode.ResourceExhausted, await EchoCalls.CodeAsync(stream.ResponseAsync));
    }

    [Fact]
    public async Task The_server_does_not_send_more_than_its_limit()
    {
        await using var host = await EchoHost.StartAsync(options => options.MaxSendMessageSize = 100);
        using var channel = host.Channel();

        using var call = channel.Once(RequestOf(101));

        Assert.Equal(StatusCode.ResourceExhausted, await EchoCalls.CodeAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task Without_limits_there_are_none()
    {
        await using var host = await EchoHost.StartAsync(options => options.MaxReceiveMessageSize = null);
        using var channel = host.Channel(new GrpcChannelOptions { MaxReceiveMessageSize = null });
        var request = RequestOf(40 * 1024 * 1024);

        using var call = channel.Once(request);

        Assert.Equal(request.Payload.Length, (await Eventually.Ends(call.ResponseAsync)).Payload.Length);
    }

    private static EchoRequest RequestOf(int size)
    {
        var request = new EchoRequest { Payload = ByteString.CopyFrom(new byte[size]) };
        var envelope = request.CalculateSize() - size;
        return new EchoRequest { Payload = ByteString.CopyFrom(new byte[size - envelope]) };
    }
}
