using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Clusters;
using Conduit.Operations.Uninstall;
using Conduit.PowerShell.Parameters;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Renders the Kubernetes objects of an installed Conduit, to delete them. It changes nothing.</summary>
/// <example>
/// <code>Invoke-ConduitUninstall | kubectl delete -f -</code>
/// <para>The control plane in the namespace conduit.</para>
/// </example>
/// <example>
/// <code>Invoke-ConduitUninstall -ConduitNamespace my-mesh</code>
/// <para>See what would be deleted.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "ConduitUninstall")]
[OutputType(typeof(string), typeof(byte[]))]
public sealed class InvokeConduitUninstallCommand : ConduitCmdlet
{
    private bool _force;
    private bool _asBytes;

    /// <summary>Namespace of the control plane.</summary>
    [Parameter]
    [Alias("c", "n", "Namespace")]
    public string ConduitNamespace { get; set; } = "conduit";

    /// <summary>Path of the kubeconfig file, instead of KUBECONFIG or ~/.kube/config.</summary>
    [Parameter]
    public string? Kubeconfig { get; set; }

    /// <summary>Context of the kubeconfig file, instead of its current one.</summary>
    [Parameter]
    public string? Context { get; set; }

    /// <summary>Uninstall even though pods are still in the mesh.</summary>
    [Parameter]
    public SwitchParameter Force
    {
        get => _force;
        set => _force = value;
    }

    /// <summary>Write bytes, exactly those that the command line writes, instead of one string.</summary>
    [Parameter]
    public SwitchParameter AsByteStream
    {
        get => _asBytes;
        set => _asBytes = value;
    }

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cluster = Module.Clusters.Connect(new ClusterOptions { Kubeconfig = FileOf(Kubeconfig), Context = Context });
        yield return new CmdletDetail($"cluster of {cluster.Description}");
        var request = new UninstallRequest(ConduitNamespace) { Force = _force };
        var uninstalled = await new UninstallOperation(cluster).RunAsync(request, cancellationToken);

        foreach (var note in uninstalled.Notes)
        {
            yield return new CmdletNote(note);
        }

        yield return ManifestOutput.Of(uninstalled.Text, _asBytes);
    }
}
