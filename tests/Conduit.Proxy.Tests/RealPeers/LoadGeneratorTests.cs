using Conduit.Proxy.Tests.Actors;
using Conduit.Proxy.Tests.Contract;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>Load generators count what fails, and nothing may.</summary>
public sealed class LoadGeneratorTests
{
    [InstalledTheory("h2load")]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task Every_request_of_h2load_succeeds(string kind)
    {
        await using var server = await TestServer.Http2Async(context => context.Response.WriteAsync("x"));
        await using var way = await Way.ToAsync(server.Address, kind);

        var report = await RealClient.AskAsync("h2load", "--requests=2000", "--clients=4", "--max-concurrent-streams=10", $"http://{way.Entrance}/");

        Assert.Contains("2000 succeeded, 0 failed, 0 errored, 0 timeout", report, StringComparison.Ordinal);
    }

    [InstalledTheory("h2load")]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task Every_request_of_h2load_in_http1_succeeds(string kind)
    {
        await using var server = await TestServer.Http1Async("x");
        await using var way = await Way.ToAsync(server.Address, kind);

        var report = await RealClient.AskAsync("h2load", "--h1", "--requests=2000", "--clients=4", $"http://{way.Entrance}/");

        Assert.Contains("2000 succeeded, 0 failed, 0 errored, 0 timeout", report, StringComparison.Ordinal);
    }

    [InstalledTheory("wrk")]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task No_request_of_wrk_fails(string kind)
    {
        await using var server = await TestServer.Http1Async("x");
        await using var way = await Way.ToAsync(server.Address, kind);

        var report = await RealClient.AskAsync("wrk", "--threads", "1", "--connections", "8", "--duration", "1s", "--timeout", "60s", $"http://{way.Entrance}/");

        Assert.Contains(" requests in ", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Socket errors", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Non-2xx", report, StringComparison.Ordinal);
    }

    [InstalledTheory("nghttp")]
    [MemberData(nameof(Way.ToOutbound), MemberType = typeof(Way))]
    public async Task Nghttp_gets_its_body_back(string kind)
    {
        await using var server = await TestServer.Http2Async(context => context.Request.Body.CopyToAsync(context.Response.Body));
        await using var way = await Way.ToAsync(server.Address, kind);
        var text = string.Join('\n', Enumerable.Range(0, 10_000));
        var file = Path.GetTempFileName();

        try
        {
            await File.WriteAllTextAsync(file, text);

            Assert.Equal(text, await RealClient.AskAsync("nghttp", $"--data={file}", $"http://{way.Entrance}/"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
