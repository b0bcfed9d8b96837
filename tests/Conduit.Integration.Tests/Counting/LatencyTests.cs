using System.Collections.Immutable;
using Conduit.Integration.Tests.Meshes;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Integration.Tests.Counting;

/// <summary>Quantiles agree with those of the client that waited.</summary>
public sealed class LatencyTests
{
    private const int Requests = 40;
    private const int Rounds = 3;

    // The bounds of the metrics page, in milliseconds.
    private static readonly ImmutableArray<int> Bounds =
    [
        1, 2, 3, 4, 5, 10, 20, 30, 40, 50, 100, 200, 300, 400, 500, 1000, 2000, 3000, 4000, 5000, 10000, 20000, 30000, 40000, 50000,
    ];

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(300)]
    public async Task Quantiles_of_stat_are_within_one_bucket_of_the_clients(int delay)
    {
        // A machine that is busy elsewhere holds single answers up behind the proxy; numbers that lie would do so every time.
        var differences = await DifferencesAsync(delay);

        for (var round = 1; round < Rounds && differences.Count > 0; round++)
        {
            differences = await DifferencesAsync(delay);
        }

        Assert.Empty(differences);
    }

    private static async Task<List<string>> DifferencesAsync(int delay)
    {
        await using var server = await CountingServer.StartAsync(HttpProtocols.Http1);
        await using var mesh = await LoopbackMesh.StartAsync(("web", server.Address));
        using var http = new HttpClient { BaseAddress = mesh.UpstreamOf("web") };
        (await http.GetAsync("/status/200")).EnsureSuccessStatusCode();

        var waited = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MeasureAsync(http, $"/delay/{delay}", Requests / 4)));
        var sorted = waited.SelectMany(times => times).Order().ToArray();

        await Eventually.Holds(async () => (await mesh.StatAsync("web", from: LoopbackMesh.Client))?.SuccessCount == Requests + 1);
        var seen = (await mesh.StatAsync("web", from: LoopbackMesh.Client))!;

        return
        [
            .. Difference(Quantile(sorted, 0.50), seen.LatencyP50, "p50"),
            .. Difference(Quantile(sorted, 0.95), seen.LatencyP95, "p95"),
        ];
    }

    private static async Task<List<TimeSpan>> MeasureAsync(HttpClient http, string path, int count)
    {
        var times = new List<TimeSpan>();

        for (var number = 0; number < count; number++)
        {
            var started = TimeProvider.System.GetTimestamp();
            using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            times.Add(TimeProvider.System.GetElapsedTime(started));
        }

        return times;
    }

    private static TimeSpan Quantile(TimeSpan[] sorted, double quantile) => sorted[(int)Math.Ceiling(quantile * sorted.Length) - 1];

    private static IEnumerable<string> Difference(TimeSpan client, TimeSpan stat, string what)
    {
        if (Math.Abs(BucketOf(client) - BucketOf(stat)) > 1)
        {
            yield return $"{what}: the client waited {client.TotalMilliseconds:0.0} ms, stat says {stat.TotalMilliseconds:0.0} ms";
        }
    }

    private static int BucketOf(TimeSpan latency) => Bounds.Count(bound => latency.TotalMilliseconds > bound);
}
