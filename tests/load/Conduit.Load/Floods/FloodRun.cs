using System.Diagnostics;
using System.Globalization;
using Conduit.Load.Clients;
using Conduit.Load.Machine;
using Conduit.Load.Meshes;
using Conduit.Load.Scenarios;
using Conduit.Load.Servers;

namespace Conduit.Load.Floods;

/// <summary>A server's proxy, and a client of it that asks at a modest rate: alone, and then beside each flood.</summary>
internal sealed class FloodRun(string folder, Origins origins, TextWriter progress) : IAsyncDisposable
{
    private const int Connections = 10;
    private const int PerConnection = 30;

    // The sender has started by then, or the proxy has dealt with what it left.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<Wire, int> _ports = new() { [Wire.Http1] = Ports.Free(), [Wire.Http2] = Ports.Free() };
    private readonly List<ChildProcess> _programs = [];

    /// <summary>The lines of a table.</summary>
    /// <param name="only">Part of the names of those that come; empty for all.</param>
    /// <param name="rounds">How often each flood comes; what is told are medians, so that one busy moment of the machine says nothing.</param>
    /// <param name="seconds">How long it is measured each time, and how long each time without it.</param>
    public async Task<IReadOnlyList<string>> RunAsync(string only, int rounds, int seconds)
    {
        var proxy = await StartMeshAsync();

        foreach (var wire in _ports.Keys)
        {
            await LoadAsync(wire, 1);
        }

        List<string> lines =
        [
            "| flood | a second: sent, connected | failed | p50 ms alone, flooded | p99 ms alone, flooded | p99, × alone | proxy, cores | memory MB before, peak, after |",
            "|---|---|---|---|---|---|---|---|",
        ];

        foreach (var flood in AllFloods.All.Where(flood => flood.Name.Contains(only, StringComparison.Ordinal)))
        {
            lines.Add(await MeasureAsync(flood, proxy, rounds, seconds));
            await progress.WriteLineAsync(lines[^1]);
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }
    }

    private async Task<int> StartMeshAsync()
    {
        var mesh = new MeshFile(folder);
        mesh.Write();
        var controller = Ports.Free();
        _programs.Add(await MeshPrograms.StartControllerAsync(mesh, controller));
        var forwards = _ports.Select(pair => $"tcp://127.0.0.1:{pair.Value}=tcp://127.0.0.1:{origins.PortOf(pair.Key)}");
        var settings = new Dictionary<string, string> { ["CONDUIT_PROXY_FORWARDS"] = string.Join(',', forwards) };
        _programs.Add(await MeshPrograms.StartProxyAsync(controller, Ports.Free(), settings, _ports[Wire.Http2]));
        return _programs[^1].Id;
    }

    private async Task<string> MeasureAsync(Flood flood, int proxy, int rounds, int seconds)
    {
        var measured = new List<FloodRound>();

        for (var round = 0; round < rounds; round++)
        {
            measured.Add(await MeasureOnceAsync(flood, proxy, seconds));
        }

        double Middle(Func<FloodRound, double> value) => Medians.Of(measured.Select(value));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {flood.Name} | {Middle(round => round.Events):0}, {Middle(round => round.Connections):0} | {measured.Sum(round => round.Flooded.Failed)} "
            + $"| {Middle(round => P50(round.Alone)):0.00}, {Middle(round => P50(round.Flooded)):0.00} | {Middle(round => P99(round.Alone)):0.00}, {Middle(round => P99(round.Flooded)):0.00} "
            + $"| {Middle(round => P99(round.Flooded)) / Middle(round => P99(round.Alone)):0.0} | {Middle(round => round.Cores):0.00} "
            + $"| {measured[0].Before:0}, {measured.Max(round => round.Peak):0}, {Cpu.MegabytesOf(proxy):0} |");
    }

    private async Task<FloodRound> MeasureOnceAsync(Flood flood, int proxy, int seconds)
    {
        var (before, peak) = (Cpu.MegabytesOf(proxy), 0.0);
        var alone = await LoadAsync(flood.Wire, seconds);
        using var sender = FloodProcess.Start(flood, _ports[flood.Wire]);
        await Task.Delay(Rest, TimeProvider.System);
        var (began, used) = (Stopwatch.GetTimestamp(), Cpu.MicrosecondsOf(proxy));
        var loading = LoadAsync(flood.Wire, seconds);

        while (!loading.IsCompleted)
        {
            peak = Math.Max(peak, Cpu.MegabytesOf(proxy));
            await Task.Delay(BetweenSamples, TimeProvider.System);
        }

        var flooded = await loading;
        var cores = (Cpu.MicrosecondsOf(proxy) - used) / Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        var (events, connections) = await sender.EndAsync();
        await Task.Delay(Rest, TimeProvider.System);
        return new FloodRound(alone, flooded, events, connections, cores, before, peak);
    }

    private static double P50(Outcome outcome) => outcome.Latencies.Quantile(0.5)!.Value;

    private static double P99(Outcome outcome) => outcome.Latencies.Quantile(0.99)!.Value;

    private Task<Outcome> LoadAsync(Wire wire, int seconds) =>
        H2Load.RunAsync(wire, _ports[wire], "/small", new HttpLoad(Connections * PerConnection * seconds, Connections, 1, PerConnection));
}
