using System.Globalization;
using Conduit.Grpc.Tests.Echo;
using Conduit.Grpc.Tests.Framing;
using Conduit.Grpc.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Grpc.Tests.Client;

/// <summary>What the client makes of servers that are not gRPC, or not well.</summary>
public sealed class ForeignServerTests
{
    private static readonly byte[] EmptyReply = Frames.Frame(0, []);

    [Theory]
    [InlineData(200, StatusCode.Unknown)]
    [InlineData(302, StatusCode.Unknown)]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    public async Task An_answer_that_is_not_grpc_has_the_status_of_its_HTTP_code(int httpStatus, StatusCode expected)
    {
        var status = await AskAsync(async http =>
        {
            http.Response.StatusCode = httpStatus;
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync("<p>no</p>");
        });

        Assert.Equal(expected, status.StatusCode);
        Assert.Contains($"{httpStatus}", status.Detail, StringComparison.Ordinal);
        Assert.Contains("text/html", status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "no%20such%20%F0%9F%8D%A9", StatusCode.NotFound, "no such 🍩")]
    [InlineData("0", "", StatusCode.Internal, "The call ended without a response.")]
    [InlineData("abc", "", StatusCode.Unknown, "Unexpected grpc-status value: abc")]
    [InlineData("99", "odd", (StatusCode)99, "odd")]
    public async Task The_headers_may_carry_the_status(string code, string message, StatusCode expected, string detail)
    {
        var status = await AskAsync(http =>
        {
            http.Response.ContentType = "application/grpc";
            http.Response.Headers["grpc-status"] = code;
            http.Response.Headers["grpc-message"] = message;
            return Task.CompletedTask;
        });

        Assert.Equal(new Status(expected, detail), status);
    }

    [Fact]
    public async Task A_grpc_status_beats_the_HTTP_code() =>
        Assert.Equal(StatusCode.Aborted, (await AskAsync(http =>
        {
            http.Response.StatusCode = 503;
            http.Response.ContentType = "application/grpc";
            http.Response.Headers["grpc-status"] = "10";
            return Task.CompletedTask;
        })).StatusCode);

    [Fact]
    public async Task An_end_without_trailers_is_an_internal_error() =>
        Assert.Equal(StatusCode.Internal, (await AskAsync(http => WriteAsync(http, EmptyReply))).StatusCode);

    [Fact]
    public async Task Trailers_without_a_status_are_unknown() =>
        Assert.Equal(StatusCode.Unknown, (await AskAsync(async http =>
        {
            await WriteAsync(http, EmptyReply);
            http.Response.AppendTrailer("other", "value");
        })).StatusCode);

    [Fact]
    public async Task Two_responses_to_a_unary_call_are_an_internal_error() =>
        Assert.Equal(StatusCode.Internal, (await AskAsync(http => AnswerAsync(http, [.. EmptyReply, .. EmptyReply]))).StatusCode);

    [Fact]
    public async Task Half_a_response_is_an_internal_error() =>
        Assert.Equal(StatusCode.Internal, (await AskAsync(http => AnswerAsync(http, EmptyReply[..3]))).StatusCode);

    [Fact]
    public async Task A_response_that_is_no_protobuf_is_an_internal_error() =>
        Assert.Equal(StatusCode.Internal, (await AskAsync(http => AnswerAsync(http, Frames.Frame(0, [0xff])))).StatusCode);

    [Fact]
    public async Task A_response_in_an_unknown_encoding_is_an_internal_error() =>
        Assert.Equal(StatusCode.Internal, (await AskAsync(http =>
        {
            http.Response.Headers["grpc-encoding"] = "snappy";
            return AnswerAsync(http, Frames.Frame(1, [1]));
        })).StatusCode);

    [Fact]
    public async Task A_gzip_response_is_expanded() =>
        Assert.Equal(StatusCode.OK, (await AskAsync(http =>
        {
            http.Response.Headers["grpc-encoding"] = "gzip";
            return AnswerAsync(http, Frames.Frame(1, Frames.Gzip([0x0a, 0x01, 0x78])));
        })).StatusCode);

    // https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#errors
    [Theory]
    [InlineData(0x0, StatusCode.Internal)]
    [InlineData(0x1, StatusCode.Internal)]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x3, StatusCode.Internal)]
    [InlineData(0x5, StatusCode.Unknown)]
    [InlineData(0x7, StatusCode.Unavailable)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public async Task A_reset_has_the_status_of_its_code(int reset, StatusCode expected)
    {
        var before = await AskAsync(http =>
        {
            http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(reset);
            return Task.CompletedTask;
        });
        var after = await AskAsync(async http =>
        {
            await WriteAsync(http, EmptyReply);
            http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(reset);
        });

        Assert.Equal((expected, expected), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_unavailable() =>
        Assert.Equal(StatusCode.Unavailable, (await AskAsync(async http =>
        {
            await WriteAsync(http, EmptyReply);
            http.Features.GetRequiredFeature<Microsoft.AspNetCore.Connections.Features.IConnectionLifetimeFeature>().Abort();
        })).StatusCode);

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        await using var server = await LoopbackServer.AnsweringAsync(_ => Task.CompletedTask);
        using var channel = server.Channel();
        await server.StopAsync(CancellationToken.None);

        using var call = channel.Once(new EchoRequest());

        Assert.Equal(StatusCode.Unavailable, await EchoCalls.CodeAsync(call.ResponseAsync));
    }

    [Fact]
    public async Task A_connection_that_takes_too_long_is_unavailable()
    {
        using var handler = new SocketsHttpHandler();
        handler.ConnectCallback = (_, _) => throw new TaskCanceledException("took too long", new TimeoutException());
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:9", new GrpcChannelOptions { HttpHandler = handler });

        using var call = channel.Once(new EchoRequest());

        Assert.Equal(StatusCode.Unavailable, await EchoCalls.CodeAsync(call.ResponseAsync));
    }

    private static async Task<Status> AskAsync(RequestDelegate answer)
    {
        await using var server = await LoopbackServer.AnsweringAsync(answer);
        using var channel = server.Channel();
        using var call = channel.Once(new EchoRequest());
        return (await EchoCalls.StatusAsync(call.ResponseAsync)) with { DebugException = null };
    }

    private static async Task WriteAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/grpc";
        await http.Response.Body.WriteAsync(body);
        await http.Response.Body.FlushAsync();
    }

    private static async Task AnswerAsync(HttpContext http, byte[] body)
    {
        await WriteAsync(http, body);
        http.Response.AppendTrailer("grpc-status", 0.ToString(CultureInfo.InvariantCulture));
    }
}
