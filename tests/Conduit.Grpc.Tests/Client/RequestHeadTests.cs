using Conduit.Grpc.Tests.Echo;
using Conduit.Grpc.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Conduit.Grpc.Tests.Client;

public sealed class RequestHeadTests
{
    [Fact]
    public async Task A_request_looks_as_the_protocol_asks()
    {
        string? host = null;
        IHeaderDictionary? headers = null;
        await using var server = await LoopbackServer.AnsweringAsync(http =>
        {
            (host, headers) = (http.Request.Host.Value, new HeaderDictionary(http.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)));
            return http.Response.CompleteAsync();
        });
        using var channel = server.Channel();
        var options = new CallOptions([new("key", "a"), new("Key-Bin", [0]), new("expires", "never"), new("te", "mine")]);

        using var call = channel.CreateCallInvoker().AsyncUnaryCall(EchoMethods.Once, "somewhere.else", options, new EchoRequest());
        await EchoCalls.StatusAsync(call.ResponseAsync);

        Assert.Equal("somewhere.else", host);
        Assert.NotNull(headers);
        Assert.Equal("application/grpc", headers.ContentType);
        Assert.Equal("trailers", headers.TE);
        Assert.Equal("identity,gzip", headers["grpc-accept-encoding"]);
        Assert.StartsWith("grpc-dotnet-conduit/", headers.UserAgent, StringComparison.Ordinal);
        Assert.Equal(("a", "AA", "never"), ($"{headers["key"]}", $"{headers["key-bin"]}", $"{headers["expires"]}"));
        Assert.False(headers.ContainsKey("grpc-timeout"));
        Assert.False(headers.ContainsKey("content-length"));
    }
}
