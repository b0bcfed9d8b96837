using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Events;
using Conduit.PowerShell.Completion;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Stops a mesh on this machine, and sweeps what a killed one left behind.</summary>
/// <example>
/// <code>Stop-ConduitDev</code>
/// <para>Stops the mesh that runs.</para>
/// </example>
/// <example>
/// <code>Get-ConduitDev | Stop-ConduitDev</code>
/// <para>Stops all of them.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "ConduitDev", SupportsShouldProcess = true)]
public sealed class StopConduitDevCommand : ConduitCmdlet
{
    private readonly List<string?> _names = [];

    /// <summary>Name of the mesh; not needed when one runs.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Mesh")]
    [ArgumentCompleter(typeof(MeshCompleter))]
    public string? Name { get; set; }

    internal override ProposedChange? Change => Meshes() is [] ? null : new(string.Join(", ", Meshes().Select(name => name ?? "the mesh on this machine")), "Stop");

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var operation = new DevDownOperation(Module.DevMeshes, Module.Time);

        foreach (var name in Meshes())
        {
            var notes = new List<DevWarning>();
            var stopped = await operation.RunAsync(name, happened => notes.AddRange(new[] { happened }.OfType<DevWarning>()), cancellationToken);

            foreach (var note in notes)
            {
                yield return new CmdletNote(note.Text);
            }

            foreach (var mesh in stopped)
            {
                yield return new CmdletDetail($"Stopped {mesh}.");
            }
        }
    }

    protected override void ProcessRecord()
    {
        if (Name is not null)
        {
            _names.Add(Name);
        }
    }

    // Null means the only one. A pipeline that brought none means none.
    private List<string?> Meshes() => _names.Count > 0 || MyInvocation is { ExpectingInput: true } ? _names : [Name];
}
