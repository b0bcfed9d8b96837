using System.Net;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Http2.Connections;

/// <summary>Between SocketsHttpHandler and Kestrel, which keep the RFC in their own ways.</summary>
public sealed class RealPeersTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new();
    private TestServer _server = null!;
    private RelayHarness _relay = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.Http2Async(context => context.Request.Path == "/echo" ? EchoAsync(context) : context.Response.WriteAsync("early"));
        _relay = await RelayHarness.StartAsync([_server.Address]);
        _client.BaseAddress = new Uri($"http://{_relay.Address}");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _relay.DisposeAsync();
        await _server.DisposeAsync();
    }

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16_384)]
    [InlineData(20_000_000)]
    public async Task A_body_comes_back_as_it_was_sent(int length)
    {
        var body = new byte[length];
        new Random(length).NextBytes(body);

        using var response = await SendAsync("/echo", new ByteArrayContent(body));

        var received = await Eventually.Ends(response.Content.ReadAsByteArrayAsync());
        Assert.True(body.AsSpan().SequenceEqual(received));
        Assert.Equal("1", response.TrailingHeaders.GetValues("checksum").Single());
    }

    [Fact]
    public async Task Two_thousand_requests_at_a_time_all_come_back()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(async index =>
        {
            using var response = await SendAsync("/echo", new StringContent($"{index}"));
            return await Eventually.Ends(response.Content.ReadAsStringAsync());
        }));

        Assert.Equal(Enumerable.Range(0, 2_000).Select(index => $"{index}"), answers);
        Assert.Equal(0, await _relay.OnLoopAsync(() => _relay.Clients.Sum(client => client.Streams.Count)));
    }

    [Fact]
    public async Task A_server_that_answers_before_it_reads_is_heard()
    {
        for (var round = 0; round < 20; round++)
        {
            using var response = await SendAsync("/early", new ByteArrayContent(new byte[1_000_000]));
            Assert.Equal("early", await Eventually.Ends(response.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task Slow_readers_do_not_hold_up_others()
    {
        var content = new byte[3_000_000];
        var slow = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync("/echo", new ByteArrayContent(content))));

        using var quick = await SendAsync("/echo", new ByteArrayContent(content));
        Assert.Equal(content.Length, (await Eventually.Ends(quick.Content.ReadAsByteArrayAsync())).Length);

        foreach (var response in slow)
        {
            Assert.Equal(content.Length, (await Eventually.Ends(response.Content.ReadAsByteArrayAsync())).Length);
            response.Dispose();
        }
    }

    private static async Task EchoAsync(HttpContext context)
    {
        // HttpClient hands the response over only when the request is sent, so echoing while reading would wait for itself.
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length));
        context.Response.AppendTrailer("checksum", "1");
    }

    private Task<HttpResponseMessage> SendAsync(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        return Eventually.Ends(_client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }
}
