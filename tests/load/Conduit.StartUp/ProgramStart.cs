using System.Diagnostics;

namespace Conduit.StartUp;

/// <summary>A program that is started again and again, and how long it took to its end each time.</summary>
internal sealed class ProgramStart(string name, string path, params string[] arguments)
{
    public string Name { get; } = name;

    public List<RunTime> Runs { get; } = [];

    /// <summary>The middle one of all runs, each column for itself.</summary>
    public RunTime Median => new(Middle(run => run.Wall), Middle(run => run.Cpu));

    public async Task<RunTime> RunAsync()
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var cpu = ChildCpu.Total();
        var started = Stopwatch.GetTimestamp();

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        var wall = Stopwatch.GetElapsedTime(started);
        await output;

        return process.ExitCode == 0
            ? new RunTime(wall, ChildCpu.Total() - cpu)
            : throw new InvalidOperationException($"{Name} ended with {process.ExitCode}: {await error}");
    }

    private TimeSpan Middle(Func<RunTime, TimeSpan> column) => Runs.Select(column).Order().ElementAt(Runs.Count / 2);
}
