using System.Text;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Kubernetes.Configuration;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dev;
using Conduit.Testing.Time;

namespace Conduit.Cli.Tests.Running;

/// <summary>Runs the real command line in this process, at a fixed width, and keeps what it wrote.</summary>
internal sealed record TestCli
{
    private static readonly TerminalSize Size = new(Columns: 100, Rows: 24);

    /// <summary>What stdin holds.</summary>
    public string Input { get; init; } = "";

    /// <summary>What stdout got so far. One command line per instance.</summary>
    public RecordedStream Output { get; } = new();

    /// <summary>Whether stdout and stderr claim to be a person's terminal.</summary>
    public bool OnTerminal { get; init; }

    public CliEnvironment Environment { get; init; } = new();

    public TimeProvider Time { get; init; } = new ManualTimeProvider();

    /// <summary>Where dev meshes are looked for. Default: where there are none.</summary>
    public DevMeshStore DevMeshes { get; init; } = new(Path.Combine(Path.GetTempPath(), "conduit-no-such-state"));

    /// <summary>Where kubeconfig files are looked for. Default: where there are none.</summary>
    public KubernetesEnvironment Kubernetes { get; init; } = new();

    /// <summary>Takes the addresses that commands open.</summary>
    public Func<Uri, bool> OpenBrowser { get; init; } = _ => false;

    /// <summary>Splits <paramref name="line"/> at spaces.</summary>
    public static Task<CliResult> RunAsync(string line) => new TestCli().InvokeAsync(line);

    public Task<CliResult> InvokeAsync(string line, CancellationToken cancellationToken = default) =>
        InvokeAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), cancellationToken);

    public async Task<CliResult> InvokeAsync(string[] words, CancellationToken cancellationToken = default)
    {
        var error = new StringWriter { NewLine = "\n" };
        var exitCode = await Eventually.Ends(new CommandLine(Context(error)).RunAsync(words, cancellationToken), what: $"conduit {string.Join(' ', words)}");
        return new CliResult(exitCode, Output.Text, error.ToString());
    }

    /// <summary>What commands work with here.</summary>
    public CommandContext Context(TextWriter error) => new(TerminalOver(Output, error), Environment, Time) 
    {
        DevMeshes = DevMeshes,
        OpenBrowser = OpenBrowser,
        Clusters = new ClusterConnector(Kubernetes, Time),
    };

    private Terminal TerminalOver(Stream output, TextWriter error)
    {
        var palette = OnTerminal && !Environment.NoColor ? Palette.Ansi : Palette.Plain;

        return new Terminal
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            OutStream = output,
            Out = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" },
            Error = error,
            OutIsTerminal = OnTerminal,
            ErrorIsTerminal = OnTerminal,
            Measure = () => OnTerminal ? Size : null,
            OutPalette = palette,
            ErrorPalette = palette,
        };
    }
}
