using System.Collections.Immutable;
using Conduit.Model.Failures;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev.Running;

/// <summary>Runs a build to its end; its output is shown only when it fails.</summary>
internal sealed class BuildRunner(IProcessLauncher launcher, TimeProvider time)
{
    private const int LinesShown = 40;

    // Ctrl+C reaches the build directly, so its end may be seen before the request to stop.
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(300);

    // Build servers would live on after us, with our name on their output.
    private static readonly ImmutableSortedDictionary<string, string> NoServers = ImmutableSortedDictionary<string, string>.Empty
        .Add("MSBUILDDISABLENODEREUSE", "1")
        .Add("DOTNET_CLI_USE_MSBUILD_SERVER", "0")
        .Add("UseSharedCompilation", "false");

    public async Task RunAsync(BuildPlan build, CancellationToken cancellationToken)
    {
        var lines = new Queue<string>();
        using var process = launcher.Start(ShellCommand.Of(build.Command, build.Folder, NoServers), line => Keep(lines, line));
        await using var killing = cancellationToken.Register(process.Kill);
        var exitCode = await process.Exited;

        if (exitCode != 0)
        {
            await Task.Delay(StopGrace, time, cancellationToken);
            throw new ConduitException("BuildFailed", $"'{build.Command}' in {build.Folder} exited with {exitCode}:\n{Text(lines)}");
        }
    }

    private static void Keep(Queue<string> lines, string line)
    {
        lock (lines)
        {
            lines.Enqueue(line);

            if (lines.Count > LinesShown)
            {
                lines.Dequeue();
            }
        }
    }

    private static string Text(Queue<string> lines)
    {
        lock (lines)
        {
            return string.Join('\n', lines);
        }
    }
}
