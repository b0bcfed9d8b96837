using Conduit.Load.Machine;
using Conduit.Load.Proxies;
using Conduit.Load.Servers;

namespace Conduit.Load.Scenarios;

/// <summary>A proxy that runs in front of an origin, and what was measured of it.</summary>
internal sealed class RunningProxy : IAsyncDisposable
{
    private readonly ChildProcess[] _programs;

    private RunningProxy(string name, int port, IReadOnlyList<ChildProcess> programs)
    {
        (Name, Port) = (name, port);
        _programs = [.. programs];
    }

    public string Name { get; }

    public int Port { get; }

    /// <summary>The process whose cost counts.</summary>
    public int Id => _programs[0].Id;

    /// <summary>Time since its process was started.</summary>
    public TimeSpan Age => _programs[0].Age;

    public List<Measurement> Rounds { get; } = [];

    public static async Task<RunningProxy> StartAsync(Proxy proxy, Wire wire, int origin, string folder)
    {
        var port = Ports.Free();
        var own = Directory.CreateDirectory(Path.Combine(folder, $"{proxy.Name}-{wire}")).FullName;
        return new RunningProxy(proxy.Name, port, await proxy.StartAsync(own, wire, port, origin));
    }

    /// <summary>Begins anew with its process; whom that asks, as its controller, goes on.</summary>
    public async Task RestartAsync() => _programs[0] = await _programs[0].RestartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }
    }
}
