using System.Management.Automation;
using System.Runtime.CompilerServices;
using Conduit.Operations.Clusters;
using Conduit.Operations.Upgrade;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Renders the Kubernetes configs that upgrade an installed Conduit, with the settings that it has. It changes nothing.</summary>
/// <example>
/// <code>Invoke-ConduitUpgrade | kubectl apply -f -</code>
/// <para>This module's version, the settings as they are.</para>
/// </example>
/// <example>
/// <code>Invoke-ConduitUpgrade -ControllerLogLevel debug | kubectl apply -f -</code>
/// <para>One setting changed, the others as they are.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "ConduitUpgrade")]
[OutputType(typeof(string), typeof(byte[]))]
public sealed class InvokeConduitUpgradeCommand : InstallCmdlet
{
    /// <summary>Path of the kubeconfig file, instead of KUBECONFIG or ~/.kube/config.</summary>
    [Parameter]
    public string? Kubeconfig { get; set; }

    /// <summary>Context of the kubeconfig file, instead of its current one.</summary>
    [Parameter]
    public string? Context { get; set; }

    internal override async IAsyncEnumerable<object> ProduceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cluster = Module.Clusters.Connect(new ClusterOptions { Kubeconfig = FileOf(Kubeconfig), Context = Context });
        yield return new CmdletDetail($"cluster of {cluster.Description}");
        var upgraded = await new UpgradeOperation(Defaults, cluster).RunAsync(new UpgradeRequest(ConduitNamespace, Flags), cancellationToken);

        foreach (var item in Written(upgraded))
        {
            yield return item;
        }
    }
}
