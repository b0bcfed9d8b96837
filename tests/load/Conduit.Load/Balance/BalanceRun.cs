using System.Globalization;
using Conduit.Load.Clients;
using Conduit.Load.Machine;
using Conduit.Load.Meshes;
using Conduit.Load.Servers;

namespace Conduit.Load.Balance;

/// <summary>
/// One endpoint is 20 times slower than two others. The same proxy gets the same requests twice: for a service of all three, among which
/// it chooses by latency, and in equal parts for three services of one endpoint each, which is what choosing by chance comes to.
/// </summary>
internal sealed class BalanceRun(string folder) : IAsyncDisposable
{
    private const int Connections = 10;
    private const int Streams = 32;
    private const double CallsPerSecond = 300;

    private static readonly TimeSpan Fast = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Slow = Fast * 20;

    private readonly List<TimedServer> _servers = [];
    private readonly List<ChildProcess> _programs = [];

    /// <summary>The lines of a table.</summary>
    /// <param name="seconds">How long each half of the run takes.</param>
    public async Task<IReadOnlyList<string>> RunAsync(int seconds)
    {
        foreach (var time in new[] { Slow, Fast, Fast })
        {
            _servers.Add(await TimedServer.StartAsync(Wire.Http2, time));
        }

        var listeners = await StartMeshAsync();
        return
        [
            "| chosen by | requests | failed | share of the slow one | p50 ms | p99 ms |",
            "|---|---|---|---|---|---|",
            await MeasureAsync("latency (EWMA)", seconds, [listeners[0]]),
            await MeasureAsync("chance", seconds, listeners[1..]),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<int[]> StartMeshAsync()
    {
        var ports = _servers.Select(server => server.Port).ToArray();
        MeshService[] services = [new("all", ports), .. ports.Select((port, number) => new MeshService($"only-{number}", [port]))];
        var mesh = new MeshFile(folder);
        mesh.Write(services);
        var (controller, listeners) = (Ports.Free(), services.Select(_ => Ports.Free()).ToArray());
        _programs.Add(await MeshPrograms.StartControllerAsync(mesh, controller));
        var upstreams = services.Zip(listeners, (service, port) => $"tcp://127.0.0.1:{port}={service.Authority}");
        _programs.Add(await MeshPrograms.StartProxyAsync(
            controller, Ports.Free(), new Dictionary<string, string> { ["CONDUIT_PROXY_UPSTREAMS"] = string.Join(',', upstreams) }, listeners[0]));
        return listeners;
    }

    private async Task<string> MeasureAsync(string name, int seconds, int[] listeners)
    {
        // The first second learns: connections, JIT, and which one is slow.
        await LoadAsync(1, listeners);
        var before = _servers.Sum(server => server.Requests);
        var slowBefore = _servers[0].Requests;
        var outcomes = await LoadAsync(seconds, listeners);

        var all = LatencyLog.Of([.. outcomes.Select(outcome => outcome.Latencies)]);
        var share = (double)(_servers[0].Requests - slowBefore) / (_servers.Sum(server => server.Requests) - before);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {outcomes.Sum(outcome => outcome.Units):0} | {outcomes.Sum(outcome => outcome.Failed)} | {share:P1} | {all.Quantile(0.5):0.0} | {all.Quantile(0.99):0.0} |");
    }

    private static Task<Outcome[]> LoadAsync(int seconds, int[] listeners)
    {
        var rate = CallsPerSecond / listeners.Length;
        var load = new HttpLoad((int)(rate * seconds), Connections, Streams, rate / Connections);
        return Task.WhenAll(listeners.Select(port => H2Load.RunAsync(Wire.Http2, port, "/small", load)));
    }
}
