using System.Diagnostics;
using System.Globalization;

namespace Conduit.Load.Floods;

/// <summary>A flood from a process of its own, which gives way to every other: a victim must suffer from what is sent, not from the sending.</summary>
internal sealed class FloodProcess : IDisposable
{
    public const string Verb = "flood";

    private readonly Process _process;

    private FloodProcess(Process process) => _process = process;

    public static FloodProcess Start(Flood flood, int port)
    {
        string[] arguments = ["-n", "19", Environment.ProcessPath!, Verb, flood.Name, port.ToString(CultureInfo.InvariantCulture)];
        return new FloodProcess(Process.Start(new ProcessStartInfo("nice", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    /// <summary>What that process does: floods until its input ends, for a minute at most, and writes what it did.</summary>
    public static async Task RunAsync(string name, int port)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var client = new FloodClient(AllFloods.All.Single(flood => flood.Name == name), port);
        var started = Stopwatch.GetTimestamp();
        var flooding = client.RunAsync(end.Token);
        await Task.WhenAny(flooding, Console.In.ReadToEndAsync());
        var took = Stopwatch.GetElapsedTime(started);
        await end.CancelAsync();
        await flooding;
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{client.Events / took.TotalSeconds:0} {client.Connections / took.TotalSeconds:0}"));
    }

    /// <summary>Ends it.</summary>
    /// <returns>What it achieved: events and new connections a second.</returns>
    public async Task<(int Events, int Connections)> EndAsync()
    {
        _process.StandardInput.Close();
        var words = (await _process.StandardOutput.ReadToEndAsync()).Split(' ');
        await _process.WaitForExitAsync();
        return (int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
