using System.Collections;
using System.Collections.Immutable;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Events;
using Conduit.PowerShell.Hosting;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Parameters;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Runs the pods of a manifest as local processes, each with a proxy, until Stop-ConduitDev or the end of this session.</summary>
/// <example>
/// <code>Start-ConduitDev</code>
/// <para>The sample application emojivoto, meshed.</para>
/// </example>
/// <example>
/// <code>Start-ConduitDev shop.yml -Command @{ web = 'npm start' }</code>
/// <para>Your own, with a command of your own for one of its containers.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "ConduitDev", SupportsShouldProcess = true)]
[OutputType(typeof(LocalMesh))]
public sealed class StartConduitDevCommand : ConduitCmdlet
{
    private readonly ManifestInput _input = new();

    /// <summary>Manifests: files, folders, or - for the pipeline's text. None: the sample emojivoto.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [Alias("File")]
    public string[] Path { get; set; } = [];

    /// <summary>Manifests as text, or files.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Name of the mesh. Default: that of the file.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Namespace of objects that name none.</summary>
    [Parameter]
    [Alias("n")]
    public string Namespace { get; set; } = "default";

    /// <summary>How to run containers here, instead of their annotations dev.conduit.io/command: by workload, or workload/container.</summary>
    [Parameter]
    public Hashtable Command { get; set; } = [];

    internal override ProposedChange Change => new(Path.Length == 0 ? "emojivoto" : string.Join(", ", Path), "Run as a mesh on this machine");

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = _input.OpenText();
        var operation = new DevUpOperation(Module.DevMeshes, Module.Runtime, Module.Time);

        await foreach (var happened in DevSession.Start(operation, Read(text)).UntilReadyAsync(cancellationToken))
        {
            if (Told(happened) is { } told)
            {
                yield return told;
            }
        }
    }

    protected override void ProcessRecord() => _input.Add(Unwrap(InputObject));

    private DevUpRequest Read(Stream text) => new()
    {
        Files = _input.SourcesAfter(FilesOf(Path)),
        Input = text,
        Name = Name,
        Namespace = Namespace,
        IgnoresInterrupts = true,
        Commands = Command.Cast<DictionaryEntry>().ToImmutableDictionary(entry => $"{entry.Key}", entry => $"{entry.Value}"),
    };

    private static object? Told(DevEvent happened) => happened switch
    {
        DevWarning warning => new CmdletNote(warning.Text),
        DevBuilding building => new CmdletProgress("Starting a mesh", building.Command),
        DevProgress progress => new CmdletProgress(
            "Starting a mesh",
            FormattableString.Invariant($"{progress.Ready} of {progress.Processes} processes are ready"),
            progress.Ready * 100 / progress.Processes),
        DevProcessExited exited => new CmdletNote($"{exited.Pod} {exited.Process} {exited.Reason}".TrimStart()),
        DevReady ready => LocalMesh.Of(ready.Mesh),
        _ => null,
    };
}
