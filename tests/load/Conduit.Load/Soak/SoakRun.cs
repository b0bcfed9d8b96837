using System.Diagnostics;
using System.Globalization;
using Conduit.Load.Clients;
using Conduit.Load.Machine;
using Conduit.Load.Servers;

namespace Conduit.Load.Soak;

/// <summary>Sends requests of all shapes in rounds while the mesh is disturbed, and compares what the client and its proxy counted.</summary>
internal sealed class SoakRun(string folder, SoakMesh mesh, TextWriter progress)
{
    private const int FewestRounds = 20;
    private const long MostInRound = 50_000;

    private readonly List<SoakCounts> _counts = [.. SoakShape.All.Select(shape => new SoakCounts(shape))];
    private readonly List<(double Client, double Server)> _megabytes = [];

    /// <summary>True when no request failed and both counted the same.</summary>
    /// <param name="requests">How many are made, about.</param>
    /// <param name="limit">No round begins after it.</param>
    /// <param name="report">Where the tables go.</param>
    public async Task<bool> RunAsync(long requests, TimeSpan limit, TextWriter report)
    {
        await mesh.StartAsync();
        using var stopping = new CancellationTokenSource();
        var disturbance = new Disturbance(mesh);
        var disturbing = disturbance.RunAsync(stopping.Token);
        var started = Stopwatch.GetTimestamp();

        for (var left = requests; left > 0 && Stopwatch.GetElapsedTime(started) < limit; left -= InRound(requests))
        {
            await Task.WhenAll(_counts.Select(counts => LoadAsync(counts, InRound(requests))));

            if (disturbing.IsCompleted)
            {
                // Only a fault of the machine ends it: a quiet soak would prove nothing.
                await disturbing;
            }

            _megabytes.Add((Cpu.MegabytesOf(mesh.Client.Id), Cpu.MegabytesOf(mesh.Server.Id)));
            await progress.WriteLineAsync(Text($"{_counts.Sum(counts => counts.Succeeded)} of {requests}: {_counts.Sum(counts => counts.Failed)} failed, {_megabytes[^1].Client:0} and {_megabytes[^1].Server:0} MB"));
        }

        var took = Stopwatch.GetElapsedTime(started);
        await stopping.CancelAsync();
        await disturbing;
        var counters = await ProxyCounters.ReadAsync(mesh.Metrics);
        await ReportAsync(report, disturbance, counters, took);
        var (succeeded, failed) = (_counts.Sum(counts => counts.Succeeded), _counts.Sum(counts => counts.Failed));
        return failed == 0 && counters == new ProxyCounters(succeeded, succeeded, 0);
    }

    private static long InRound(long requests) => Math.Min(MostInRound, Math.Max(1, requests / FewestRounds));

    private async Task LoadAsync(SoakCounts counts, long requests)
    {
        var shape = counts.Shape;
        var number = Math.Max(shape.Connections * shape.Streams, (int)(requests * shape.Share));
        var load = new HttpLoad(number, shape.Connections, shape.Streams, Body: BodyOf(shape));
        var outcome = await H2Load.RunAsync(shape.Wire, shape.Wire == Wire.Http1 ? mesh.Http1 : mesh.Http2, shape.Path, load);
        counts.Add(outcome.Units, outcome.Failed);
    }

    private string? BodyOf(SoakShape shape)
    {
        if (shape.Body == 0)
        {
            return null;
        }

        var file = Path.Combine(folder, $"body-{shape.Body}");

        if (!File.Exists(file))
        {
            File.WriteAllBytes(file, new byte[shape.Body]);
        }

        return file;
    }

    private async Task ReportAsync(TextWriter report, Disturbance disturbance, ProxyCounters counters, TimeSpan took)
    {
        await report.WriteLineAsync("| requests | succeeded | failed |\n|---|---|---|");

        foreach (var counts in _counts)
        {
            await report.WriteLineAsync(Text($"| {counts.Shape.Name} | {counts.Succeeded} | {counts.Failed} |"));
        }

        await report.WriteLineAsync(Text($"| all, by the client | {_counts.Sum(counts => counts.Succeeded)} | {_counts.Sum(counts => counts.Failed)} |"));
        await report.WriteLineAsync(Text($"| all, by its proxy, which saw {counters.Requests} begin | {counters.Successes} | {counters.Failures} |"));
        await report.WriteLineAsync();
        await report.WriteLineAsync(Text($"It took {took.TotalMinutes:0.0} minutes. Pods that came and went: {disturbance.PodsGone}; restarts of the controller: {disturbance.Restarts}."));
        await report.WriteLineAsync("\n| resident memory, MB, after | 5 % | 25 % | 50 % | 75 % | 100 % |\n|---|---|---|---|---|---|");
        await report.WriteLineAsync($"| client's proxy | {Samples(sample => sample.Client)} |");
        await report.WriteLineAsync($"| a server's proxy | {Samples(sample => sample.Server)} |");
    }

    private string Samples(Func<(double Client, double Server), double> choose) =>
        string.Join(" | ", new[] { 5, 25, 50, 75, 100 }.Select(percent => Text($"{choose(_megabytes[(_megabytes.Count - 1) * percent / 100]):0.0}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
