using System.Management.Automation;
using Conduit.Operations.Install;
using Conduit.Operations.Rendering;
using Conduit.PowerShell.Streams;

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
public sealed class InvokeConduitInstallCommand : ProxyCmdlet
{
    /// <summary>As -ConduitNamespace.</summary>
    [Parameter]
    [Alias("n")]
    public string? Namespace { get; set; }

    /// <summary>Log level of the controller. Default: info.</summary>
    [Parameter]
    public string? ControllerLogLevel { get; set; }

    /// <summary>Give API and dashboard Services, so that whoever reaches those can use them. Default: $false.</summary>
    [Parameter]
    public bool? ExposeApi { get; set; }

    /// <summary>Replicas of the controller; more than one is not possible yet. Default: 1.</summary>
    [Parameter]
    public string? ControllerReplicas { get; set; }

    /// <summary>Has no effect; the controller serves the dashboard. Default: 1.</summary>
    [Parameter]
    public string? WebReplicas { get; set; }

    /// <summary>Has no effect; no Prometheus is installed. Default: 1.</summary>
    [Parameter]
    public string? PrometheusReplicas { get; set; }

    internal override IAsyncEnumerable<object> ProduceAsync(CancellationToken cancellationToken)
    {
        var flags = FlagsOf(RenderFlag.OfInstall());
        var installed = new InstallOperation(Defaults).Run(new InstallRequest(
            Namespace is null ? flags : flags.SetItem(RenderFlag.ControlPlane, Namespace)));

        return installed.Notes.Select(object (note) => new CmdletNote(note)).Append(Rendered(installed.Text)).ToAsyncEnumerable();
    }
}
