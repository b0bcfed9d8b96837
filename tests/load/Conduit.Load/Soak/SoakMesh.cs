using Conduit.Load.Machine;
using Conduit.Load.Meshes;
using Conduit.Load.Servers;

namespace Conduit.Load.Soak;

/// <summary>A client's proxy, pods that each have a proxy before the same origins, one pod that is slow, and a controller.</summary>
internal sealed class SoakMesh(string folder, Origins origins) : IAsyncDisposable
{
    private const int SteadyPods = 2;

    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(20);

    private readonly MeshFile _file = new(folder);
    private readonly int _controllerPort = Ports.Free();
    private readonly List<SoakPod> _pods = [];
    private readonly List<TimedServer> _slow = [];
    private ChildProcess _controller = null!;

    public int Http1 { get; } = Ports.Free();

    public int Http2 { get; } = Ports.Free();

    public int Metrics { get; } = Ports.Free();

    public ChildProcess Client { get; private set; } = null!;

    /// <summary>The proxy of a pod that stays.</summary>
    public ChildProcess Server => _pods[0].Proxy;

    public async Task StartAsync()
    {
        for (var pod = 0; pod < SteadyPods; pod++)
        {
            await AddPodAsync();
        }

        _slow.Add(await TimedServer.StartAsync(Wire.Http1, Slowness));
        _slow.Add(await TimedServer.StartAsync(Wire.Http2, Slowness));
        _pods.Add(await SoakPod.StartAsync(_controllerPort, _slow[0].Port, _slow[1].Port));
        Tell();
        _controller = await MeshPrograms.StartControllerAsync(_file, _controllerPort);
        var settings = new Dictionary<string, string>
        {
            ["CONDUIT_PROXY_UPSTREAMS"] = $"tcp://127.0.0.1:{Http1}={Service(Wire.Http1).Authority},tcp://127.0.0.1:{Http2}={Service(Wire.Http2).Authority}",

            // Counters of pods that are gone are compared with the client's in the end.
            ["CONDUIT_PROXY_METRICS_RETAIN_IDLE"] = "1d",
        };
        Client = await MeshPrograms.StartProxyAsync(_controllerPort, Metrics, settings, Http1);
    }

    public async Task<SoakPod> AddPodAsync()
    {
        var pod = await SoakPod.StartAsync(_controllerPort, origins.Http1, origins.Http2);
        _pods.Add(pod);
        Tell();
        return pod;
    }

    /// <summary>As on a cluster, where the pod is told to end and taken out of its services at the same moment.</summary>
    public async Task RemovePodAsync(SoakPod pod)
    {
        _pods.Remove(pod);
        Tell();
        await pod.EndAsync();
    }

    /// <summary>Kills the controller, and starts it again in any case.</summary>
    public async Task RestartControllerAsync(TimeSpan absence)
    {
        await _controller.DisposeAsync();
        await Task.Delay(absence, TimeProvider.System);
        _controller = await MeshPrograms.StartControllerAsync(_file, _controllerPort);
    }

    public async ValueTask DisposeAsync()
    {
        // Where it did not start, some are missing.
        foreach (var program in _pods.Select(pod => pod.Proxy).Append(Client).Append(_controller).OfType<ChildProcess>())
        {
            await program.DisposeAsync();
        }

        foreach (var server in _slow)
        {
            await server.DisposeAsync();
        }
    }

    private void Tell() => _file.Write(Service(Wire.Http1), Service(Wire.Http2));

    private MeshService Service(Wire wire) => wire == Wire.Http1
        ? new("h1", [.. _pods.Select(pod => pod.Http1)])
        : new("h2", [.. _pods.Select(pod => pod.Http2)]);
}
