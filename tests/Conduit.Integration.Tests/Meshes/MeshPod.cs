using Conduit.Model.Cluster;
using Conduit.Model.Resources;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Integration.Tests.Meshes;

/// <summary>A pod of a mesh on loopback: a name, and a real proxy that speaks for it.</summary>
internal sealed class MeshPod : IAsyncDisposable
{
    public const string Namespace = "test";

    private readonly ProxyHost _proxy;

    private MeshPod(string workload, ProxyHost proxy)
    {
        Workload = workload;
        _proxy = proxy;
    }

    public string Workload { get; }

    /// <summary>Where others reach the pod.</summary>
    public string InboundAddress => _proxy.InboundAddresses[0].ToString();

    public Uri Upstream(int index) => new($"http://{_proxy.OutboundAddresses[index]}");

    public Uri Metrics => new($"http://{_proxy.MetricsAddress}/metrics");

    public static async Task<MeshPod> StartAsync(string workload, string controlAddress, string token, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>
        {
            ["CONDUIT_PROXY_CONTROL_URL"] = $"tcp://{controlAddress}",
            ["CONDUIT_PROXY_METRICS_LISTENER"] = "tcp://127.0.0.1:0",
            ["CONDUIT_PROXY_POD_NAMESPACE"] = Namespace,
            ["CONDUIT_PROXY_POD_NAME"] = PodName(workload),
            ["CONDUIT_PROXY_TOKEN"] = token,
            ["CONDUIT_PROXY_DRAIN_DELAY"] = "0",
        };

        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        var read = ProxyOptionsReader.Read(environment);
        Assert.Empty(read.Problems);
        var proxy = ProxyHost.Create(read.Options!);
        await proxy.StartAsync(CancellationToken.None);
        return new MeshPod(workload, proxy);
    }

    public static Pod Record(string workload) => new()
    {
        Namespace = Namespace,
        Name = PodName(workload),
        Owner = Owner(workload),
        Ip = "127.0.0.1",
        Phase = PodPhase.Running,
        Status = "Running",
        Ready = true,
        Meshed = true,
    };

    public static Workload Owner(string workload) => new() { Namespace = Namespace, Kind = ResourceKind.Deployment, Name = workload };

    public async ValueTask DisposeAsync()
    {
        await _proxy.StopAsync(CancellationToken.None);
        await _proxy.DisposeAsync();
    }

    private static string PodName(string workload) => $"{workload}-0";
}
