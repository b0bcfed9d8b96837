using Conduit.Grpc.Tests.Echo;
using Conduit.Grpc.Tests.Framing;
using Conduit.Grpc.Tests.Hosting;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Client;

public sealed class CompressionTests
{
    private static readonly CallOptions Gzipped = new([new("grpc-internal-encoding-request", "gzip")]);

    [Fact]
    public async Task Requests_and_responses_are_compressed_on_demand()
    {
        await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        using var counter = new CountingHandler();
        using var channel = host.Channel(new GrpcChannelOptions { HttpHandler = counter });
        var text = new string('x', 100_000);

        using var call = channel.Once(new EchoRequest { Text = text }, Gzipped);
        var reply = await Eventually.Ends(call.ResponseAsync);

        Assert.Equal((text, "gzip"), (reply.Text, reply.Encoding));
        Assert.Equal("gzip", counter.ResponseEncoding);
        Assert.InRange(counter.RequestBytes, 1, 2_000);
        Assert.InRange(counter.ResponseBytes, 1, 2_000);
    }

    [Fact]
    public async Task One_write_can_opt_out()
    {
        await using var host = await EchoHost.StartAsync();
        using var counter = new CountingHandler();
        using var channel = host.Channel(new GrpcChannelOptions { HttpHandler = counter });
        var options = Gzipped.WithWriteOptions(new WriteOptions(WriteFlags.NoCompress));

        using var call = channel.Once(new EchoRequest { Text = new string('x', 100_000) }, options);
        await Eventually.Ends(call.ResponseAsync);

        Assert.InRange(counter.RequestBytes, 100_000, 101_000);
        Assert.Null(counter.ResponseEncoding);
    }

    [Fact]
    public async Task Streams_are_compressed_message_by_message()
    {
        await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        using var channel = host.Channel();
        using var call = channel.Converse(Gzipped);
        foreach (var text in (string[])["a", "", new string('b', 10_000)])
        {
            await Eventually.Ends(call.RequestStream.WriteAsync(new EchoRequest { Text = text }));
            Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext()));
            Assert.Equal(text, call.ResponseStream.Current.Text);
        }
    }

    [Fact]
    public async Task An_encoding_that_the_client_does_not_have_fails_the_call()
    {
        await using var host = await EchoHost.StartAsync();
        using var channel = host.Channel();

        using var call = channel.Once(new EchoRequest(), new CallOptions([new("grpc-internal-encoding-request", "snappy")]));

        Assert.Equal(StatusCode.Internal, await EchoCalls.CodeAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task A_server_does_not_compress_for_a_client_that_cannot_expand()
    {
        await using var host = await EchoHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        using var http = new HttpClient();

        using var response = await Eventually.Ends(http.SendAsync(RawRequest.Create(host.Address, EchoMethods.Once.FullName, Frames.Frame(0, []))));

        Assert.False(response.Headers.Contains("grpc-encoding"));
        Assert.Equal("0", response.TrailingHeaders.GetValues("grpc-status").Single());
    }
}
