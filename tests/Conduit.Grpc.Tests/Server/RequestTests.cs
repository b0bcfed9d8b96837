using System.Net;
using Conduit.Grpc.Tests.Echo;
using Conduit.Grpc.Tests.Framing;
using Conduit.Grpc.Tests.Hosting;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Grpc.Tests.Server;

/// <summary>What the server makes of requests that are not gRPC, or not well.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private static readonly string Once = EchoMethods.Once.FullName;

    private EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    [Theory]
    [InlineData("/conduit.grpc.tests.EchoService/Missing", "Method%20is%20unimplemented.")]
    [InlineData("/no.such.Service/Once", "Service%20is%20unimplemented.")]
    public async Task What_is_not_implemented_is_answered_with_trailers_only(string path, string message)
    {
        using var response = await SendAsync(RawRequest.Create(_host.Address, path, Frames.Frame(0, [])));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/grpc", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("12", HeaderOf(response, "grpc-status"));
        Assert.Equal(Uri.UnescapeDataString(message), HeaderOf(response, "grpc-message"));
        Assert.Empty(response.TrailingHeaders);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? contentType)
    {
        using var response = await SendAsync(RawRequest.Create(_host.Address, Once, [], contentType));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task HTTP_1_is_told_to_upgrade()
    {
        await using var server = await LoopbackServer.StartAsync(
            services => services.AddGrpc(),
            app => app.MapGrpcService(new EchoService(TimeProvider.System).Definition),
            HttpProtocols.Http1);
        using var request = RawRequest.Create(server.Address, Once, []);
        request.Version = HttpVersion.Version11;

        using var response = await SendAsync(request);

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
    }

    [Fact]
    public async Task Several_services_share_a_server()
    {
        var text = Marshallers.StringMarshaller;
        var other = new Method<string, string>(MethodType.Unary, "other.Service", "Greet", text, text);
        var definition = ServerServiceDefinition.CreateBuilder()
            .AddMethod(other, (string request, ServerCallContext context) => Task.FromResult("hello " + request)).Build();
        await using var server = await LoopbackServer.StartAsync(
            services => services.AddGrpc(),
            app =>
            {
                app.MapGrpcService(new EchoService(TimeProvider.System).Definition);
                app.MapGrpcService(definition);
            });
        using var channel = server.Channel();

        using var echo = channel.Once(new EchoRequest { Text = "echo" });
        using var greeting = channel.CreateCallInvoker().AsyncUnaryCall(other, null, default, "you");

        Assert.Equal("echo", (await Eventually.Ends(echo.ResponseAsync)).Text);
        Assert.Equal("hello you", await Eventually.Ends(greeting.ResponseAsync));
    }

    [Fact]
    public async Task Other_endpoints_of_the_application_keep_their_requests()
    {
        await using var server = await LoopbackServer.StartAsync(
            services => services.AddGrpc(),
            app =>
            {
                app.MapGrpcService(new EchoService(TimeProvider.System).Definition);
                app.MapPost("/any/thing", () => "mine");
                app.MapPost("/{a}/{b}", () => "mine too");
            });

        using var exact = await SendAsync(RawRequest.Create(server.Address, "/any/thing", [], "text/plain"));
        using var pattern = await SendAsync(RawRequest.Create(server.Address, "/some/thing", [], "text/plain"));

        Assert.Equal("mine", await exact.Content.ReadAsStringAsync());
        Assert.Equal("mine too", await pattern.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unknown_encoding_is_unimplemented_and_the_known_ones_are_named()
    {
        using var request = RawRequest.Create(_host.Address, Once, Frames.Frame(1, [1]));
        request.Headers.Add("grpc-encoding", "snappy");

        using var response = await SendAsync(request);

        Assert.Equal("12", HeaderOf(response, "grpc-status"));
        Assert.Equal("identity,gzip", HeaderOf(response, "grpc-accept-encoding"));
    }

    [Theory]
    [InlineData("", "13")]
    [InlineData("0000", "13")]
    [InlineData("00000000050a", "13")]
    [InlineData("0200000000", "13")]
    [InlineData("0100000001ff", "13")]
    [InlineData("00000000000000000000", "13")]
    [InlineData("0000000001ff", "13")]
    [InlineData("00ffffffff", "8")]
    public async Task Broken_frames_have_a_status(string body, string expected)
    {
        using var response = await SendAsync(RawRequest.Create(_host.Address, Once, Convert.FromHexString(body)));

        Assert.Equal(expected, HeaderOf(response, "grpc-status"));
    }

    [Fact]
    public async Task A_timeout_that_is_none_is_ignored()
    {
        using var request = RawRequest.Create(_host.Address, Once, Frames.Frame(0, []));
        request.Headers.Add("grpc-timeout", "soon");

        using var response = await SendAsync(request);

        Assert.Equal("0", response.TrailingHeaders.GetValues("grpc-status").Single());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var http = new HttpClient();
        return await Eventually.Ends(http.SendAsync(request));
    }
}
