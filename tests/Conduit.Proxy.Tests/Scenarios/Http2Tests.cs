using System.Net;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Contract;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class Http2Tests
{
    [Fact]
    public async Task A_request_goes_on_in_the_version_in_which_it_came()
    {
        await using var server = await TestServer.Http2Async(context => context.Response.WriteAsync(
            $"{context.Request.Protocol} {context.Request.Scheme} {context.Request.Host} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}"));
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http2(proxy.Inbound);

        var seen = await client.GetAsync("/a%2Fb?c=1", host: "web.test:80");

        Assert.Equal("HTTP/2 http web.test:80 /a%2Fb?c=1", seen);
    }

    [Fact]
    public async Task Trailers_come_after_the_body_as_they_were()
    {
        await using var server = await TestServer.Http2Async(async context =>
        {
            await context.Response.WriteAsync("body");
            context.Response.AppendTrailer("x-sum", "1");
            context.Response.AppendTrailer("x-more", "2");
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http2(proxy.Inbound);

        using var response = await client.GetResponseAsync("/");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal("body", body);
        Assert.Equal("1", response.TrailingHeaders.GetValues("x-sum").Single());
        Assert.Equal("2", response.TrailingHeaders.GetValues("x-more").Single());
    }

    [Fact]
    public async Task No_date_is_added()
    {
        await using var server = await TestServer.Http2Async(context =>
        {
            // What Kestrel writes for it is nothing at all.
            context.Response.Headers.Date = new Microsoft.Extensions.Primitives.StringValues([null]);
            return context.Response.WriteAsync("x");
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var direct = TestClient.Http2(server.Address);
        using var client = TestClient.Http2(proxy.Inbound);

        using var without = await direct.GetResponseAsync("/");
        using var response = await client.GetResponseAsync("/");

        Assert.Equal(without.Headers.NonValidated.Select(header => header.ToString()), response.Headers.NonValidated.Select(header => header.ToString()));
        Assert.Null(response.Headers.Date);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(1, 7)]
    [InlineData(1, 11)]
    [InlineData(2, 5)]
    [InlineData(2, 7)]
    [InlineData(2, 11)]
    public async Task http2_rst_stream_is_propagated(int proxies, int code)
    {
        await using var server = await TestServer.Http2Async(async context =>
        {
            await context.Response.Body.FlushAsync();
            context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
        });
        await using var way = await Way.ToAsync(server.Address, proxies == 1 ? Way.Inbound : Way.Both);
        using var client = TestClient.Http2(way.Entrance);

        var failure = await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/"));

        Assert.Equal(code, Find<HttpProtocolException>(failure)?.ErrorCode);
    }

    [Fact]
    public async Task A_client_that_cancels_takes_its_request_with_it()
    {
        var aborted = new TaskCompletionSource();
        await using var server = await TestServer.Http2Async(async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http2(proxy.Inbound);

        var response = await client.GetResponseAsync("/");
        response.Dispose();

        await Eventually.Ends(aborted.Task);
    }

    [Fact]
    public async Task A_thousand_streams_are_open_at_once()
    {
        const int Streams = 1_000;
        var arrived = new CountdownEvent(Streams);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.Http2Async(async context =>
        {
            arrived.Signal();
            await gate.Task;
            await context.Response.WriteAsync(context.Request.Query["n"]!);
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http2(proxy.Inbound);

        var responses = Enumerable.Range(0, Streams).Select(n => client.GetAsync($"/?n={n}")).ToArray();
        await Eventually.Holds(() => arrived.IsSet);
        gate.SetResult();
        var bodies = await Eventually.Ends(Task.WhenAll(responses));

        Assert.Equal(Enumerable.Range(0, Streams).Select(n => $"{n}"), bodies);
    }

    [Fact]
    public async Task Both_versions_are_told_apart_on_one_listener()
    {
        const int Http11Required = 13;
        await using var server = await TestServer.Http1Async("one");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client1 = TestClient.Http1(proxy.Inbound);
        using var client2 = TestClient.Http2(proxy.Inbound);

        Assert.Equal("one", await client1.GetAsync("/"));
        var failure = await Assert.ThrowsAnyAsync<HttpRequestException>(() => client2.GetAsync("/"));

        // The request went on as HTTP/2, which this server does not speak. It says so and closes, and the close may come first.
        Assert.True(Find<HttpProtocolException>(failure)?.ErrorCode == Http11Required || failure.StatusCode == HttpStatusCode.BadGateway, failure.ToString());
    }

    private static T? Find<T>(Exception? failure)
        where T : Exception => failure switch
        {
            null => null,
            T found => found,
            _ => Find<T>(failure.InnerException),
        };
}
