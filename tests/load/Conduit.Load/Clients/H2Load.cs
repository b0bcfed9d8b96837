using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Conduit.Load.Servers;

namespace Conduit.Load.Clients;

/// <summary>nghttp2's load generator, for both versions of HTTP.</summary>
internal static partial class H2Load
{
    /// <param name="wire">HTTP/1 or HTTP/2.</param>
    /// <param name="port">Where to.</param>
    /// <param name="path">What to get.</param>
    /// <param name="load">How much of it.</param>
    public static async Task<Outcome> RunAsync(Wire wire, int port, string path, HttpLoad load)
    {
        var log = Path.GetTempFileName();
        List<string> arguments =
        [
            $"-n{load.Requests}", $"-c{load.Connections}", $"-m{load.Streams}", "-t1", $"--log-file={log}",
            .. load.Rate is { } rate ? [$"--rps={rate.ToString(CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
            .. load is { IsSpread: true, Rate: { } each } ? ["--rate=1", $"--rate-period={Math.Max(1, (int)(1000 / (each * load.Connections)))}ms"] : Array.Empty<string>(),
            .. load.Body is { } body ? [$"--data={body}"] : Array.Empty<string>(),
            .. wire == Wire.Http1 ? ["--h1"] : Array.Empty<string>(),
            $"http://127.0.0.1:{port}{path}",
        ];
        using var process = Process.Start(new ProcessStartInfo("h2load", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        var (total, succeeded) = Counts().Match(output) is { Success: true } counts
            ? (long.Parse(counts.Groups[1].Value, CultureInfo.InvariantCulture), long.Parse(counts.Groups[2].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"h2load said nothing of requests:\n{output}");
        var latencies = ReadLatencies(log);
        File.Delete(log);
        return new Outcome(succeeded, total - succeeded, latencies);
    }

    // A line per request: when it began and how long it took, in microseconds, with its status between.
    private static LatencyLog ReadLatencies(string log)
    {
        var (first, last, durations) = (long.MaxValue, 0L, new List<double>());

        foreach (var line in File.ReadLines(log))
        {
            var fields = line.Split('\t');
            var (began, took) = (long.Parse(fields[0], CultureInfo.InvariantCulture), long.Parse(fields[2], CultureInfo.InvariantCulture));
            first = Math.Min(first, began);
            last = Math.Max(last, began + took);
            durations.Add(took / 1000.0);
        }

        durations.Sort();
        return new LatencyLog((last - first) / 1e6, durations);
    }

    [GeneratedRegex(@"requests: (\d+) total, \d+ started, \d+ done, (\d+) succeeded")]
    private static partial Regex Counts();
}
