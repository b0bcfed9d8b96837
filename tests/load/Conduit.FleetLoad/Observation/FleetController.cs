using System.Net;
using Conduit.FleetLoad.Fleet;
using Conduit.Load.Machine;
using Conduit.Model.Cluster;

namespace Conduit.FleetLoad.Observation;

/// <summary>The controller as a process of its own, fed with a state file.</summary>
internal sealed class FleetController : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private FleetController(ChildProcess process, int proxyApi, int api, int web, int admin)
    {
        _process = process;
        ProxyApi = Loopback(proxyApi);
        (Api, Web, Admin) = (Page(api), Page(web), Page(admin));
    }

    public int Id => _process.Id;

    public IPEndPoint ProxyApi { get; }

    public Uri Api { get; }

    public Uri Web { get; }

    public Uri Admin { get; }

    public static async Task<FleetController> StartAsync(string folder, FleetPlan plan)
    {
        var state = Path.Combine(folder, "mesh.json");
        DevMeshFile.Write(state, plan.Mesh());
        var (proxyApi, api, web, admin) = (Ports.Free(), Ports.Free(), Ports.Free(), Ports.Free());
        var process = await ChildProcess.StartAsync(
            PublishedProgram.At("Conduit.Controller", "conduit-controller"),
            [
                "--state-file", state, "--proxy-api-addr", $"{Loopback(proxyApi)}",
                "--api-addr", $"{Loopback(api)}", "--web-addr", $"{Loopback(web)}", "--admin-addr", $"{Loopback(admin)}", "--log-level", "error",
            ],
            proxyApi);
        return new FleetController(process, proxyApi, api, web, admin);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static Uri Page(int port) => new($"http://{Loopback(port)}/");

    private static IPEndPoint Loopback(int port) => new(IPAddress.Loopback, port);
}
