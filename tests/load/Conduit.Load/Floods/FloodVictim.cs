using Conduit.Load.Clients;
using Conduit.Load.Machine;
using Conduit.Load.Meshes;
using Conduit.Load.Servers;

namespace Conduit.Load.Floods;

/// <summary>A server's proxy with its controller and its servers, and a client of it that asks at a modest rate.</summary>
internal sealed class FloodVictim(string folder) : IAsyncDisposable
{
    private const int Connections = 10;
    private const int PerConnection = 30;

    private readonly Dictionary<Wire, int> _ports = new() { [Wire.Http1] = Ports.Free(), [Wire.Http2] = Ports.Free() };
    private readonly List<IAsyncDisposable> _programs = [];

    /// <summary>The proxy's process.</summary>
    public int Process { get; private set; }

    public int PortOf(Wire wire) => _ports[wire];

    public async Task StartAsync()
    {
        Directory.CreateDirectory(folder);
        var origins = await Origins.StartAsync(folder);
        _programs.Add(origins);
        var mesh = new MeshFile(folder);
        mesh.Write();
        var controller = Ports.Free();
        _programs.Add(await MeshPrograms.StartControllerAsync(mesh, controller));
        var forwards = _ports.Select(pair => $"tcp://127.0.0.1:{pair.Value}=tcp://127.0.0.1:{origins.PortOf(pair.Key)}");
        var settings = new Dictionary<string, string> { ["CONDUIT_PROXY_FORWARDS"] = string.Join(',', forwards) };
        var proxy = await MeshPrograms.StartProxyAsync(controller, Ports.Free(), settings, _ports[Wire.Http2]);
        _programs.Add(proxy);
        Process = proxy.Id;

        foreach (var wire in _ports.Keys)
        {
            await AskAsync(wire, 1);
        }
    }

    /// <summary>What the client gets.</summary>
    public Task<Outcome> AskAsync(Wire wire, int seconds) =>
        H2Load.RunAsync(wire, _ports[wire], "/small", new HttpLoad(Connections * PerConnection * seconds, Connections, 1, PerConnection) { IsSpread = true });

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs.AsEnumerable().Reverse())
        {
            await program.DisposeAsync();
        }
    }
}
