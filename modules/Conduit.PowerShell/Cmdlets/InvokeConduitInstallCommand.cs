using System.Management.Automation;
using Conduit.Operations.Install;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Renders the Kubernetes configs that install Conduit. It asks no cluster and changes nothing.</summary>
/// <example>
/// <code>Invoke-ConduitInstall | kubectl apply -f -</code>
/// <para>A control plane in the namespace conduit.</para>
/// </example>
/// <example>
/// <code>Invoke-ConduitInstall -Namespace my-mesh -Registry example.org/mesh | kubectl apply -f -</code>
/// <para>Another namespace, images of your own registry.</para>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "ConduitInstall")]
[OutputType(typeof(string), typeof(byte[]))]
public sealed class InvokeConduitInstallCommand : InstallCmdlet
{
    internal override IAsyncEnumerable<object> ProduceAsync(CancellationToken cancellationToken) =>
        Written(new InstallOperation(Defaults).Run(new InstallRequest(Flags))).ToAsyncEnumerable();
}
