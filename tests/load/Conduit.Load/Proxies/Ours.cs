using Conduit.Load.Machine;
using Conduit.Load.Servers;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Load.Proxies;

/// <summary>Conduit's proxy as it stands beside a client: outbound, with the balancer, telemetry and a controller that tells where to go.</summary>
internal static class Ours
{
    private const string Namespace = "load";
    private const string Pod = "client-0";
    private const string Token = "load";

    public static IEnumerable<Proxy> All =>
    [
        new("Conduit (relay)", [Wire.Http2, Wire.Http1, Wire.Tcp], (folder, wire, port, origin) => StartAsync("relay", folder, wire, port, origin)),
        new("Conduit (YARP engine)", [Wire.Http2, Wire.Http1], (folder, wire, port, origin) => StartAsync("yarp", folder, wire, port, origin)),
    ];

    private static async Task<IReadOnlyList<ChildProcess>> StartAsync(string engine, string folder, Wire wire, int port, int origin)
    {
        var (proxyApi, state) = (Ports.Free(), Path.Combine(folder, "mesh.json"));
        WriteState(state, origin);
        var controller = await StartControllerAsync(state, proxyApi);
        var metrics = Ports.Free();
        var environment = new Dictionary<string, string>
        {
            ["CONDUIT_PROXY_HTTP_ENGINE"] = engine,
            ["CONDUIT_PROXY_CONTROL_URL"] = $"tcp://127.0.0.1:{proxyApi}",
            ["CONDUIT_PROXY_METRICS_LISTENER"] = $"tcp://127.0.0.1:{metrics}",
            ["CONDUIT_PROXY_POD_NAMESPACE"] = Namespace,
            ["CONDUIT_PROXY_POD_NAME"] = Pod,
            ["CONDUIT_PROXY_TOKEN"] = Token,
            ["CONDUIT_PROXY_LOG"] = "error",
        };

        // Bytes that are no HTTP name no service, so they take the inbound way to a fixed address.
        (environment["CONDUIT_PROXY_FORWARDS"], environment["CONDUIT_PROXY_UPSTREAMS"]) = wire == Wire.Tcp
            ? ($"tcp://127.0.0.1:{port}=tcp://127.0.0.1:{origin}", "")
            : ("", $"tcp://127.0.0.1:{port}=origin-svc.{Namespace}:80");
        var proxy = await ChildProcess.StartAsync(Published("Conduit.Proxy", "conduit-proxy"), [], port, environment);

        // The first is the one whose cost is counted.
        return [proxy, controller];
    }

    private static Task<ChildProcess> StartControllerAsync(string state, int proxyApi) => ChildProcess.StartAsync(
        Published("Conduit.Controller", "conduit-controller"),
        [
            "--state-file", state, "--proxy-api-addr", $"127.0.0.1:{proxyApi}", "--api-addr", "127.0.0.1:0",
            "--web-addr", "127.0.0.1:0", "--admin-addr", "127.0.0.1:0", "--log-level", "error",
        ],
        proxyApi);

    private static void WriteState(string file, int origin)
    {
        var client = new Pod { Namespace = Namespace, Name = Pod, Ip = "127.0.0.1", Phase = PodPhase.Running, Status = "Running", Ready = true, Meshed = true };
        var server = client with { Name = "origin-0", Meshed = false };
        var endpoint = new Endpoint { Address = $"127.0.0.1:{origin}", Pod = server.Name };
        DevMeshFile.Write(file, new DevMesh
        {
            Name = "load",
            Owner = new ProcessIdentity(Environment.ProcessId, DateTimeOffset.UnixEpoch),
            Token = Token,
            ApiAddress = "127.0.0.1:0",
            WebAddress = "127.0.0.1:0",
            Cluster = new ClusterState
            {
                Workloads = [new Workload { Namespace = Namespace, Kind = ResourceKind.Deployment, Name = "origin" }],
                Pods = [client, server],
                Services = [new Service { Namespace = Namespace, Name = "origin-svc", Ports = [new ServicePort { Port = 80, Endpoints = [endpoint] }] }],
            },
        });
    }

    // As images carry them: tools/images/Images.proj publishes to artifacts/publish, and this program runs in artifacts/bin/<project>/<configuration>.
    private static string Published(string project, string program) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "publish", project, "release_linux-x64", program));
}
