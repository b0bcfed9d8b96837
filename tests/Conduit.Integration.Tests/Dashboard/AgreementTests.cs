using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Conduit.Integration.Tests.Counting;
using Conduit.Integration.Tests.Meshes;
using Conduit.Integration.Tests.Prometheus;
using Conduit.Testing.Dev;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Playwright;

namespace Conduit.Integration.Tests.Dashboard;

/// <summary>N requests are N on the page, in its JSON, in <c>stat</c>, on the proxies' pages of metrics and in a real Prometheus.</summary>
public sealed class AgreementTests(Browser browser) : IClassFixture<Browser>
{
    private const int Succeeding = 96;
    private const int Failing = 24;
    private const int All = Succeeding + Failing;

    [AgreementFact]
    public async Task Whoever_is_asked_says_the_same_number()
    {
        await using var server = await CountingServer.StartAsync(HttpProtocols.Http1);
        await using var mesh = await LoopbackMesh.StartAsync(("web", server.Address));
        await using var prometheus = await PrometheusServer.StartAsync(mesh.Targets);
        await SendAsync(mesh.UpstreamOf("web"));
        Assert.Equal((Succeeding, Failing), (server.Answered("200"), server.Answered("503")));

        foreach (var (direction, pod) in new[] { ("inbound", "web"), ("outbound", LoopbackMesh.Client) })
        {
            Assert.Equal((Succeeding, Failing), await OnMetricsPageAsync(mesh.Pod(pod).Metrics, direction));
            await Eventually.Holds(async () => await InPrometheusAsync(prometheus, direction) == (Succeeding, Failing));
        }

        await Eventually.Holds(async () => await InStatAsync(mesh) == (Succeeding, Failing));
        await Eventually.Holds(async () => await InJsonAsync(mesh) == (Succeeding, Failing));
        await using var visitor = await browser.VisitAsync(mesh.WebAddress);
        await visitor.GoAsync($"#/workload/deployment/{MeshPod.Namespace}/web");
        await Visitor.ReadsAsync(visitor.Page.GetByRole(AriaRole.Main), $"In ten minutes it got {All} requests, of which {Failing} failed.");
    }

    private static async Task SendAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };

        for (var number = 0; number < All; number++)
        {
            using var response = await http.GetAsync(number % (All / Failing) == 0 ? "/status/503" : "/status/200");
        }
    }

    private static async Task<(int Successes, int Failures)> OnMetricsPageAsync(Uri page, string direction) => (
        (int)await MetricsPage.SumAsync(page, "response_total", $"direction=\"{direction}\"", "classification=\"success\""),
        (int)await MetricsPage.SumAsync(page, "response_total", $"direction=\"{direction}\"", "classification=\"failure\""));

    private static async Task<(int Successes, int Failures)> InPrometheusAsync(PrometheusServer prometheus, string direction) => (
        (int)await prometheus.SumAsync($"response_total{{direction=\"{direction}\",classification=\"success\"}}"),
        (int)await prometheus.SumAsync($"response_total{{direction=\"{direction}\",classification=\"failure\"}}"));

    private static async Task<(int Successes, int Failures)> InStatAsync(LoopbackMesh mesh)
    {
        var folder = Directory.CreateTempSubdirectory("conduit-agreement-");
        var result = await ConduitProgram.Built(folder.FullName).RunAsync(
            "stat", "deploy/web", "-n", MeshPod.Namespace, "-t", "10m", "-o", "json", "--api-addr", mesh.ApiAddress);
        folder.Delete();
        Assert.True(result.ExitCode == 0, result.ToString());
        var row = JsonNode.Parse(result.Output)![0]!;
        return (row["successCount"]!.GetValue<int>(), row["failureCount"]!.GetValue<int>());
    }

    private static async Task<(int Successes, int Failures)> InJsonAsync(LoopbackMesh mesh)
    {
        using var http = new HttpClient { BaseAddress = mesh.WebAddress };
        var answer = await http.GetFromJsonAsync<JsonNode>($"/api/v1/stat?kind=deployment&namespace={MeshPod.Namespace}&name=web&window=10m");
        var traffic = answer!["rows"]![0]!["traffic"];
        return traffic is null ? default : (traffic["success"]!.GetValue<int>(), traffic["failure"]!.GetValue<int>());
    }
}
