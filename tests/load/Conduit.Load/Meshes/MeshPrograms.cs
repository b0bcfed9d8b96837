using Conduit.Load.Machine;

namespace Conduit.Load.Meshes;

/// <summary>Starts what a mesh consists of.</summary>
internal static class MeshPrograms
{
    /// <param name="mesh">What it reads.</param>
    /// <param name="port">Where proxies find it.</param>
    public static Task<ChildProcess> StartControllerAsync(MeshFile mesh, int port) => ChildProcess.StartAsync(
        PublishedProgram.At("Conduit.Controller", "conduit-controller"),
        [
            "--state-file", mesh.Name, "--proxy-api-addr", $"127.0.0.1:{port}",
            "--api-addr", "127.0.0.1:0", "--web-addr", "127.0.0.1:0", "--admin-addr", "127.0.0.1:0", "--log-level", "error",
        ],
        port);

    /// <param name="controller">Where the controller is found.</param>
    /// <param name="metrics">Where it serves its counters, and can be told to end.</param>
    /// <param name="settings">Its listeners, and what differs from other proxies.</param>
    /// <param name="listener">One of its listeners.</param>
    public static Task<ChildProcess> StartProxyAsync(int controller, int metrics, IReadOnlyDictionary<string, string> settings, int listener) => ChildProcess.StartAsync(
        PublishedProgram.At("Conduit.Proxy", "conduit-proxy"),
        [],
        listener,
        new Dictionary<string, string>(settings)
        {
            ["CONDUIT_PROXY_CONTROL_URL"] = $"tcp://127.0.0.1:{controller}",
            ["CONDUIT_PROXY_METRICS_LISTENER"] = $"tcp://127.0.0.1:{metrics}",
            ["CONDUIT_PROXY_POD_NAMESPACE"] = MeshFile.Namespace,
            ["CONDUIT_PROXY_POD_NAME"] = MeshFile.Client,
            ["CONDUIT_PROXY_TOKEN"] = MeshFile.Token,
            ["CONDUIT_PROXY_LOG"] = "error",
        });
}
