using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Kubernetes.Configuration;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dev;
using Conduit.Testing.Time;

namespace Conduit.PowerShell.Tests.Running;

/// <summary>The command line in this process, to hold cmdlets against.</summary>
internal static class CommandLineRun
{
    /// <summary>The bytes that <c>conduit</c> writes to stdout.</summary>
    public static async Task<byte[]> OutputAsync(params string[] words)
    {
        using var output = new MemoryStream();
        var exitCode = await Eventually.Ends(
            new CommandLine(Context(output)).RunAsync(words, CancellationToken.None), what: $"conduit {string.Join(' ', words)}");
        Assert.Equal(0, exitCode);
        return output.ToArray();
    }

    /// <summary>What commands are made with.</summary>
    public static CommandContext Context(Stream output) => new(TerminalOver(output), new CliEnvironment(), TimeProvider.System)
    {
        DevMeshes = new DevMeshStore(Path.Combine(Path.GetTempPath(), "conduit-no-such-state")),
        Clusters = new ClusterConnector(new KubernetesEnvironment(), TimeProvider.System),
    };

    private static Terminal TerminalOver(Stream output) => new()
    {
        Input = Stream.Null,
        OutStream = output,
        Out = new StreamWriter(output) { NewLine = "\n" },
        Error = TextWriter.Null,
    };
}
