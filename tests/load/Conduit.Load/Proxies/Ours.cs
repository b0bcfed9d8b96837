using Conduit.Load.Machine;
using Conduit.Load.Meshes;
using Conduit.Load.Servers;

namespace Conduit.Load.Proxies;

/// <summary>Conduit's proxy as it stands beside a client: outbound, with the balancer, telemetry and a controller that tells where to go.</summary>
internal static class Ours
{
    public static IEnumerable<Proxy> All =>
    [
        new("Conduit (relay)", [Wire.Http2, Wire.Http1, Wire.Tcp], (folder, wire, port, origin) => StartAsync("relay", folder, wire, port, origin)),
        new("Conduit (YARP engine)", [Wire.Http2, Wire.Http1], (folder, wire, port, origin) => StartAsync("yarp", folder, wire, port, origin)),
    ];

    private static async Task<IReadOnlyList<ChildProcess>> StartAsync(string engine, string folder, Wire wire, int port, int origin)
    {
        var service = new MeshService("origin-svc", [origin]);
        var mesh = new MeshFile(folder);
        mesh.Write(service);
        var proxyApi = Ports.Free();
        var controller = await MeshPrograms.StartControllerAsync(mesh, proxyApi);

        // Bytes that are no HTTP name no service, so they take the inbound way to a fixed address.
        var (forwards, upstreams) = wire == Wire.Tcp
            ? ($"tcp://127.0.0.1:{port}=tcp://127.0.0.1:{origin}", "")
            : ("", $"tcp://127.0.0.1:{port}={service.Authority}");
        var settings = new Dictionary<string, string>
        {
            ["CONDUIT_PROXY_HTTP_ENGINE"] = engine,
            ["CONDUIT_PROXY_FORWARDS"] = forwards,
            ["CONDUIT_PROXY_UPSTREAMS"] = upstreams,
        };
        var proxy = await MeshPrograms.StartProxyAsync(proxyApi, Ports.Free(), settings, port);

        // The first is the one whose cost is counted.
        return [proxy, controller];
    }
}
