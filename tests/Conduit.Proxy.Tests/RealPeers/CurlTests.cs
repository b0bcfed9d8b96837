using System.Security.Cryptography;
using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Contract;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.RealPeers;

public sealed class CurlTests
{
    private const string Http10 = "--http1.0";
    private const string Http11 = "--http1.1";
    private const string Http2 = "--http2-prior-knowledge";
    private const int Megabytes = 100;

    private static readonly (string Path, string[] Arguments)[] Requests =
    [
        ("/text?q=1", []),
        ("/text", ["--head"]),
        ("/echo", ["--data", "a=b"]),
        ("/echo", ["--data", "a=b", "--header", "Expect: 100-continue"]),
        ("/missing", ["--request", "DELETE"]),
    ];

    public static TheoryData<string, string> Cases => new()
    {
        { Http10, Way.Outbound },
        { Http10, Way.Both },
        { Http11, Way.Outbound },
        { Http11, Way.Both },
        { Http2, Way.Outbound },
        { Http2, Way.Both },
    };

    [InstalledTheory(Curl.Program)]
    [MemberData(nameof(Cases))]
    public async Task Curl_is_told_the_same_as_without_proxies(string version, string kind)
    {
        await using var server = await ServerAsync(version, AnswerAsync);
        await using var way = await Way.ToAsync(server.Address, kind);

        foreach (var (path, arguments) in Requests)
        {
            Assert.Equal(
                await Curl.AskAsync(server.Address, path, [version, .. arguments]),
                await Curl.AskAsync(way.Entrance, path, [version, .. arguments]));
        }
    }

    [InstalledTheory(Curl.Program)]
    [InlineData(Http11, Way.Outbound)]
    [InlineData(Http11, Way.Both)]
    [InlineData(Http2, Way.Outbound)]
    [InlineData(Http2, Way.Both)]
    public async Task A_hundred_megabytes_go_up_and_come_down_unchanged(string version, string kind)
    {
        var megabyte = new byte[1 << 20];
        new Random(1).NextBytes(megabyte);
        var file = Path.GetTempFileName();
        await using var server = await ServerAsync(version, context => HttpMethods.IsPut(context.Request.Method) ? HashAsync(context) : SendAsync(context, megabyte));
        await using var way = await Way.ToAsync(server.Address, kind);

        try
        {
            await using (var content = File.Create(file))
            {
                await WriteAsync(content, megabyte);
            }

            var expected = await HashAsync(file);

            Assert.EndsWith(expected, await Curl.AskAsync(way.Entrance, "/", version, "--upload-file", file), StringComparison.Ordinal);
            Assert.EndsWith(expected, await Curl.AskAsync(way.Entrance, "/", version), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<TestServer> ServerAsync(string version, RequestDelegate handle) =>
        version == Http2 ? TestServer.Http2Async(handle) : TestServer.Http1Async(handle);

    private static async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        context.Response.StatusCode = context.Request.Path == "/missing" ? 404 : 200;
        context.Response.Headers.ETag = "\"1\"";
        await context.Response.WriteAsync($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {await reader.ReadToEndAsync()}");
    }

    private static async Task<string> HashAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream));
    }

    private static async Task HashAsync(HttpContext context) =>
        await context.Response.WriteAsync(Convert.ToHexString(await SHA256.HashDataAsync(context.Request.Body)));

    private static Task SendAsync(HttpContext context, byte[] megabyte)
    {
        context.Response.ContentLength = Megabytes * (long)megabyte.Length;
        return WriteAsync(context.Response.Body, megabyte);
    }

    private static async Task WriteAsync(Stream stream, byte[] megabyte)
    {
        for (var count = 0; count < Megabytes; count++)
        {
            await stream.WriteAsync(megabyte);
        }
    }
}
