using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conduit.Integration.Tests.Meshes;
using Conduit.Manifests.Prometheus;
using Conduit.Operations.Stat;
using Conduit.Testing.Repository;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Integration.Tests.Prometheus;

/// <summary>A real Prometheus reads real proxies, and says what the ring says.</summary>
public sealed partial class PrometheusTests
{
    private const int Requests = 200;
    private const int Failing = 40;

    [PrometheusFact]
    public async Task Stat_from_Prometheus_and_stat_from_the_ring_agree()
    {
        await using var server = await CountingServer.StartAsync(HttpProtocols.Http1);
        await using var mesh = await LoopbackMesh.StartAsync(("web", server.Address));
        await using var prometheus = await PrometheusServer.StartAsync(mesh.Targets);
        await mesh.AskPrometheusAsync(prometheus.Url);
        await SendAsync(mesh, prometheus);

        // Prometheus extrapolates by up to a scrape, which is little of many.
        await Eventually.Holds(async () => await prometheus.SumAsync("min(count_over_time(response_total[5m]))") >= 15);

        foreach (var from in new[] { null, LoopbackMesh.Client })
        {
            await Eventually.Holds(async () => Total(await mesh.StatAsync("web", from)) == Requests + 2);
            var ring = (await mesh.StatAsync("web", from))!;
            var stored = (await mesh.StatFromPrometheusAsync("web", from))!;

            Assert.InRange(Total(stored), Requests * 0.95, Requests * 1.15);
            Assert.Equal(ring.SuccessRate, stored.SuccessRate, tolerance: 0.02);
            Assert.InRange(stored.LatencyP50, ring.LatencyP50 / 2, ring.LatencyP50 * 2);
        }
    }

    [PrometheusFact]
    public async Task Every_query_of_the_Grafana_dashboards_reads_metrics_that_exist()
    {
        await using var server = await CountingServer.StartAsync(HttpProtocols.Http1);
        await using var mesh = await LoopbackMesh.StartAsync(("web", server.Address));
        await using var prometheus = await PrometheusServer.StartAsync(mesh.Targets);
        await SendAsync(mesh, prometheus);
        var names = await ServedAsync(mesh.Targets);
        var queries = Dashboards().SelectMany(Queries).ToList();

        Assert.True(queries.Count > 60, $"only {queries.Count} queries were found");

        foreach (var (dashboard, query) in queries)
        {
            Assert.All(MetricName().Matches(query), name => Assert.True(names.Contains(name.Value), $"{dashboard}: no program serves {name.Value}"));
            var samples = await prometheus.QueryAsync(query);
            Assert.True(samples.Count > 0 || IsRare(query), $"{dashboard}: nothing came of {query}");
        }
    }

    [PrometheusFact]
    public async Task The_dashboards_success_rate_is_the_rings()
    {
        await using var server = await CountingServer.StartAsync(HttpProtocols.Http1);
        await using var mesh = await LoopbackMesh.StartAsync(("web", server.Address));
        await using var prometheus = await PrometheusServer.StartAsync(mesh.Targets);
        await SendAsync(mesh, prometheus);

        var query = Dashboards().Where(found => found.Name == "workload").SelectMany(Queries).First().Query;

        Assert.Equal((Requests - Failing) / (double)Requests, await prometheus.SumAsync(query), tolerance: 0.02);
    }

    // A counter's first sight has nothing to grow from, so each kind of response comes once before those that are counted.
    private static async Task SendAsync(LoopbackMesh mesh, PrometheusServer prometheus)
    {
        using var http = new HttpClient { BaseAddress = mesh.UpstreamOf("web") };
        await http.GetAsync("/status/200");
        await http.GetAsync("/status/503");
        await Eventually.Holds(async () => await prometheus.SumAsync("response_total") == 4);

        for (var number = 0; number < Requests; number++)
        {
            await http.GetAsync(number % (Requests / Failing) == 0 ? "/status/503" : "/delay/12");
        }

        await Eventually.Holds(async () => await prometheus.SumAsync("response_total") == 2 * (Requests + 2));
    }

    // What is described on the pages, with or without a value yet.
    private static async Task<HashSet<string>> ServedAsync(IEnumerable<PrometheusTarget> targets)
    {
        using var http = new HttpClient();
        var pages = await Task.WhenAll(targets.Select(target => http.GetStringAsync(new Uri($"http://{target.Address}/metrics"))));
        return [.. pages.SelectMany(page => MetricType().Matches(page)).SelectMany(Names)];
    }

    private static string[] Names(Match described)
    {
        var name = described.Groups["name"].Value;
        return described.Groups["type"].Value == "histogram" ? [$"{name}_bucket", $"{name}_sum", $"{name}_count"] : [name];
    }

    private static IEnumerable<(string Name, JsonNode Board)> Dashboards() => Directory
        .EnumerateFiles(RepositoryFiles.At("docs", "grafana"), "*.json")
        .Select(file => (Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!));

    private static IEnumerable<(string Dashboard, string Query)> Queries((string Name, JsonNode Board) dashboard) => dashboard.Board["panels"]!.AsArray()
        .SelectMany(panel => panel!["targets"]!.AsArray())
        .Select(target => (dashboard.Name, Filled(target!["expr"]!.GetValue<string>())));

    // As Grafana fills variables in; what is called is a workload, its pod, its service.
    private static string Filled(string query) => query
        .Replace("$__rate_interval", "1m", StringComparison.Ordinal)
        .Replace("$namespace", MeshPod.Namespace, StringComparison.Ordinal)
        .Replace("$kind", "deployment", StringComparison.Ordinal)
        .Replace("$workload", query.Contains("outbound", StringComparison.Ordinal) && !query.Contains("dst_", StringComparison.Ordinal) ? LoopbackMesh.Client : "web", StringComparison.Ordinal)
        .Replace("$pod", query.Contains("outbound", StringComparison.Ordinal) ? $"{LoopbackMesh.Client}-0" : "web-0", StringComparison.Ordinal)
        .Replace("$service", "web-svc", StringComparison.Ordinal)
        .Replace("$authority", ".*", StringComparison.Ordinal);

    // Nothing failed to connect in these runs.
    private static bool IsRare(string query) =>
        query.Contains("conduit_proxy_errors_total", StringComparison.Ordinal) || query.Contains("tcp_close_total", StringComparison.Ordinal);

    private static long Total(StatTraffic? traffic) => traffic is null ? 0 : traffic.SuccessCount + traffic.FailureCount;

    [GeneratedRegex("^# TYPE (?<name>[a-z_]+) (?<type>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex MetricType();

    [GeneratedRegex(@"\b(?:request|response|tcp|process|conduit)_[a-z_]+(?=[\s{[),]|$)")]
    private static partial Regex MetricName();
}
