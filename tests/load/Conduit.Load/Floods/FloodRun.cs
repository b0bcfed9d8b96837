using System.Diagnostics;
using System.Globalization;
using Conduit.Load.Clients;
using Conduit.Load.Machine;
using Conduit.Load.Scenarios;

namespace Conduit.Load.Floods;

/// <summary>
/// A client that behaves well: alone, while another proxy is flooded, and while its own is. The second tells what is the machine's, which
/// all share; what the third has beyond it is the proxy's.
/// </summary>
internal sealed class FloodRun(string folder, TextWriter progress) : IAsyncDisposable
{
    // The sender's code is compiled by then, and what it floods is full.
    private static readonly TimeSpan Approach = TimeSpan.FromSeconds(3);

    // The proxy has dealt with what a flood left.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromMilliseconds(100);

    private readonly FloodVictim _victim = new(Path.Combine(folder, "victim"));
    private readonly FloodVictim _other = new(Path.Combine(folder, "other"));

    /// <summary>The lines of a table.</summary>
    /// <param name="only">Part of the names of those that come; empty for all.</param>
    /// <param name="rounds">How often each flood comes; what is told are medians, so that one busy moment of the machine says nothing.</param>
    /// <param name="seconds">How long each of the three is measured in a round.</param>
    public async Task<IReadOnlyList<string>> RunAsync(string only, int rounds, int seconds)
    {
        await _victim.StartAsync();
        await _other.StartAsync();

        List<string> lines =
        [
            "| flood | a second: sent, connected | failed | p50 ms alone, other flooded, flooded | p99 ms alone, other flooded, flooded | p99, × alone: other flooded, flooded | proxy, cores | memory MB before, peak, after |",
            "|---|---|---|---|---|---|---|---|",
        ];

        foreach (var flood in AllFloods.All.Where(flood => flood.Name.Contains(only, StringComparison.Ordinal)))
        {
            lines.Add(await MeasureAsync(flood, rounds, seconds));
            await progress.WriteLineAsync(lines[^1]);
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await _victim.DisposeAsync();
        await _other.DisposeAsync();
    }

    private async Task<string> MeasureAsync(Flood flood, int rounds, int seconds)
    {
        var measured = new List<FloodRound>();

        for (var round = 0; round < rounds; round++)
        {
            measured.Add(await MeasureOnceAsync(flood, seconds));
        }

        double Middle(Func<FloodRound, double> value) => Medians.Of(measured.Select(value));
        double[] Three(double quantile) =>
        [
            Middle(round => round.Alone.Latencies.Quantile(quantile)!.Value),
            Middle(round => round.Elsewhere.Latencies.Quantile(quantile)!.Value),
            Middle(round => round.Flooded.Latencies.Quantile(quantile)!.Value),
        ];
        var (p50, p99) = (Three(0.5), Three(0.99));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {flood.Name} | {Middle(round => round.Events):0}, {Middle(round => round.Connections):0} | {measured.Sum(round => round.Flooded.Failed)} "
            + $"| {p50[0]:0.00}, {p50[1]:0.00}, {p50[2]:0.00} | {p99[0]:0.00}, {p99[1]:0.00}, {p99[2]:0.00} | {p99[1] / p99[0]:0.0}, {p99[2] / p99[0]:0.0} "
            + $"| {Middle(round => round.Cores):0.00} "
            + $"| {measured[0].Before:0}, {measured.Max(round => round.Peak):0}, {Cpu.MegabytesOf(_victim.Process):0} |");
    }

    private async Task<FloodRound> MeasureOnceAsync(Flood flood, int seconds)
    {
        var before = Cpu.MegabytesOf(_victim.Process);
        var alone = await _victim.AskAsync(flood.Wire, seconds);
        var (elsewhere, _, _) = await BesideAsync(flood, _other, () => _victim.AskAsync(flood.Wire, seconds));
        var ((flooded, cores, peak), events, connections) = await BesideAsync(flood, _victim, () => WatchAsync(_victim.AskAsync(flood.Wire, seconds)));
        return new FloodRound(alone, elsewhere, flooded, events, connections, cores, before, peak);
    }

    private static async Task<(T Result, int Events, int Connections)> BesideAsync<T>(Flood flood, FloodVictim victim, Func<Task<T>> measure)
    {
        using var sender = FloodProcess.Start(flood, victim.PortOf(flood.Wire));
        await Task.Delay(Approach, TimeProvider.System);
        var result = await measure();
        var (events, connections) = await sender.EndAsync();
        await Task.Delay(Rest, TimeProvider.System);
        return (result, events, connections);
    }

    private async Task<(Outcome Outcome, double Cores, double Peak)> WatchAsync(Task<Outcome> asking)
    {
        var (began, used, peak) = (Stopwatch.GetTimestamp(), Cpu.MicrosecondsOf(_victim.Process), 0.0);

        while (!asking.IsCompleted)
        {
            peak = Math.Max(peak, Cpu.MegabytesOf(_victim.Process));
            await Task.Delay(BetweenSamples, TimeProvider.System);
        }

        var cores = (Cpu.MicrosecondsOf(_victim.Process) - used) / Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        return (await asking, cores, peak);
    }
}
