using System.Collections.Immutable;
using System.Net;
using Conduit.Controller.Hosting;
using Conduit.Controller.Listeners;
using Conduit.Controller.Settings;
using Conduit.Manifests.Prometheus;
using Conduit.Model.Cluster;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;
using Conduit.Operations.Stat;
using Conduit.Testing.Logging;
using Microsoft.Extensions.Logging;

namespace Conduit.Integration.Tests.Meshes;

/// <summary>
/// Four actors on loopback, all real: servers, each behind a proxy of its own; a client's proxy with an upstream to each of them; and
/// the controller, which reads a state file that this class writes.
/// </summary>
internal sealed class LoopbackMesh : IAsyncDisposable
{
    public const string Client = "client";

    private const string Token = "loopback";

    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-mesh-").FullName;
    private readonly TestLog _log = new();
    private readonly List<MeshPod> _servers = [];
    private readonly List<ControllerHost> _controllers = [];
    private MeshPod _client = null!;

    public static async Task<LoopbackMesh> StartAsync(params (string Workload, IPEndPoint Address)[] servers)
    {
        var mesh = new LoopbackMesh();
        var workloads = servers.Select(server => server.Workload).ToArray();
        mesh.WriteState(workloads);
        await mesh.StartControllerAsync(prometheus: null);

        foreach (var (workload, address) in servers)
        {
            mesh._servers.Add(await mesh.StartPodAsync(workload, ("CONDUIT_PROXY_FORWARDS", $"tcp://127.0.0.1:0=tcp://{address}")));
        }

        mesh.WriteState(workloads);
        var upstreams = string.Join(',', workloads.Select(workload => $"tcp://127.0.0.1:0={workload}-svc.{MeshPod.Namespace}:80"));
        mesh._client = await mesh.StartPodAsync(Client, ("CONDUIT_PROXY_UPSTREAMS", upstreams));
        return mesh;
    }

    /// <summary>Where the client's application calls a server: its own proxy's listener for that server.</summary>
    public Uri UpstreamOf(string workload) => _client.Upstream(_servers.FindIndex(server => server.Workload == workload));

    public MeshPod Pod(string workload) => workload == Client ? _client : _servers.Single(server => server.Workload == workload);

    /// <summary>Where a Prometheus finds the metrics of the controller and of every proxy.</summary>
    public IEnumerable<PrometheusTarget> Targets =>
    [
        new(PrometheusConfigText.ControllerJob, Controller.AddressOf(Listener.Admin).ToString(), Labels(("component", "controller"))),
        .. _servers.Append(_client).Select(pod => new PrometheusTarget(
            PrometheusConfigText.ProxyJob,
            pod.Metrics.Authority,
            Labels(("namespace", MeshPod.Namespace), ("pod", MeshPod.Record(pod.Workload).Name), ("deployment", pod.Workload)))),
    ];

    /// <summary>The dashboard.</summary>
    public Uri WebAddress => new($"http://{Controller.AddressOf(Listener.Web)}/");

    /// <summary>The public API.</summary>
    public string ApiAddress => Controller.AddressOf(Listener.Api).ToString();

    /// <summary>What <c>conduit stat</c> answers for one deployment; null before there is any.</summary>
    public Task<StatTraffic?> StatAsync(string workload, string? from = null) => StatAsync(Controller, workload, from);

    /// <summary>Starts a second controller, which answers from this Prometheus.</summary>
    public Task AskPrometheusAsync(Uri url) => StartControllerAsync(url);

    /// <summary>The same answer of that second controller.</summary>
    public Task<StatTraffic?> StatFromPrometheusAsync(string workload, string? from = null) => StatAsync(_controllers[1], workload, from);

    private static async Task<StatTraffic?> StatAsync(ControllerHost controller, string workload, string? from)
    {
        using var api = new ApiConnection(
            new ApiLocation(controller.AddressOf(Listener.Api).ToString(), "loopback mesh", MeshPod.Namespace), TimeProvider.System);

        var result = await new StatOperation(api).RunAsync(
            new StatRequest
            {
                Target = ResourceTarget.Parse("deploy", workload),
                From = from is null ? null : ResourceTarget.Parse("deploy", from),
                Window = TimeSpan.FromMinutes(5),
            },
            CancellationToken.None);

        return result.Rows.SingleOrDefault()?.Traffic;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();

        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        foreach (var controller in _controllers)
        {
            await controller.StopAsync(CancellationToken.None);
            await controller.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
        _log.Dispose();
    }

    private ControllerHost Controller => _controllers[0];

    private string StateFile => Path.Combine(_folder, "mesh.json");

    private Task<MeshPod> StartPodAsync(string workload, params (string Name, string Value)[] settings) =>
        MeshPod.StartAsync(workload, Controller.AddressOf(Listener.ProxyApi).ToString(), Token, settings);

    private static ImmutableSortedDictionary<string, string> Labels(params (string Name, string Value)[] labels) =>
        labels.ToImmutableSortedDictionary(label => label.Name, label => label.Value);

    private async Task StartControllerAsync(Uri? prometheus)
    {
        var anyPort = new IPEndPoint(IPAddress.Loopback, 0);
        var controller = ControllerHost.Create(
            new ControllerOptions
            {
                StateFile = StateFile,
                ApiAddress = anyPort,
                ProxyApiAddress = anyPort,
                WebAddress = anyPort,
                AdminAddress = anyPort,
                PrometheusUrl = prometheus,
            },
            logging => logging.AddProvider(_log));
        _controllers.Add(controller);
        await controller.StartAsync(CancellationToken.None);
    }

    private void WriteState(string[] workloads) => DevMeshFile.Write(StateFile, new DevMesh
    {
        Name = "loopback",
        Owner = new ProcessIdentity(Environment.ProcessId, DateTimeOffset.UnixEpoch),
        Token = Token,
        ApiAddress = "127.0.0.1:0",
        WebAddress = "127.0.0.1:0",
        Cluster = new ClusterState
        {
            Workloads = [.. workloads.Append(Client).Select(MeshPod.Owner)],
            Pods = [.. workloads.Append(Client).Select(MeshPod.Record)],
            Services = [.. workloads.Select(ServiceOf)],
        },
    });

    private Service ServiceOf(string workload) => new()
    {
        Namespace = MeshPod.Namespace,
        Name = $"{workload}-svc",
        Ports =
        [
            new ServicePort
            {
                Port = 80,
                Endpoints = [.. _servers.Where(server => server.Workload == workload)
                    .Select(server => new Endpoint { Address = server.InboundAddress, Pod = MeshPod.Record(workload).Name })],
            },
        ],
    };
}
