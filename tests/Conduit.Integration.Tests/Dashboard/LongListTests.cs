using System.Globalization;
using System.Net;
using Conduit.Controller.Hosting;
using Conduit.Controller.Listeners;
using Conduit.Controller.Settings;
using Conduit.Integration.Tests.Meshes;
using Conduit.Model.Cluster;
using Conduit.Testing.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Conduit.Integration.Tests.Dashboard;

/// <summary>A mesh of a thousand workloads on one page.</summary>
public sealed class LongListTests(Browser browser) : IClassFixture<Browser>
{
    private const int Workloads = 1000;

    // What a tall window shows, and some on either side.
    private const int MostDrawn = 100;

    [BrowserFact]
    public async Task Only_what_is_in_view_is_drawn_and_every_row_can_be_reached()
    {
        using var log = new TestLog();
        var folder = Directory.CreateTempSubdirectory("conduit-long-list-");
        await using var controller = await StartAsync(Path.Combine(folder.FullName, "mesh.json"), log);

        try
        {
            await LookAsync(new Uri($"http://{controller.AddressOf(Listener.Web)}/"));
        }
        finally
        {
            await controller.StopAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private async Task LookAsync(Uri address)
    {
        await using var visitor = await browser.VisitAsync(address);
        await visitor.GoAsync("#/workloads/deployment");
        var rows = visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Deployments", Exact = true }).Locator("tbody tr:not([aria-hidden])");

        foreach (var place in new[] { 0, Workloads / 2, Workloads - 1, 0 })
        {
            await visitor.Page.EvaluateAsync($"scrollTo(0, document.documentElement.scrollHeight * {place} / {Workloads})");

            await Visitor.SeesAsync(visitor.Row("Deployments", Name(place)));
            Assert.InRange(await rows.CountAsync(), 1, MostDrawn);
        }
    }

    private static async Task<ControllerHost> StartAsync(string state, TestLog log)
    {
        DevMeshFile.Write(state, Mesh());
        var any = new IPEndPoint(IPAddress.Loopback, 0);
        var options = new ControllerOptions { StateFile = state, ApiAddress = any, ProxyApiAddress = any, WebAddress = any, AdminAddress = any };
        var controller = ControllerHost.Create(options, logging => logging.AddProvider(log));
        await controller.StartAsync(CancellationToken.None);
        return controller;
    }

    private static DevMesh Mesh() => new()
    {
        Name = "long",
        Owner = new ProcessIdentity(Environment.ProcessId, DateTimeOffset.UnixEpoch),
        Token = "long",
        ApiAddress = "127.0.0.1:0",
        WebAddress = "127.0.0.1:0",
        Cluster = new ClusterState
        {
            Workloads = [.. Enumerable.Range(0, Workloads).Select(index => MeshPod.Owner(Name(index)))],
            Pods = [.. Enumerable.Range(0, Workloads).Select(index => MeshPod.Record(Name(index)))],
        },
    };

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"workload-{index:0000}");
}
