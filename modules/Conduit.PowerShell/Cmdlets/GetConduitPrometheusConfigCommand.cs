using System.Management.Automation;
using Conduit.Operations.PrometheusConfig;
using Conduit.PowerShell.Completion;
using Conduit.PowerShell.Parameters;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>Renders a Prometheus configuration that reads the mesh's metrics.</summary>
/// <example>
/// <code>Get-ConduitPrometheusConfig | Set-Content prometheus.yml</code>
/// <para>For a Prometheus in the cluster, which may list pods.</para>
/// </example>
/// <example>
/// <code>Get-ConduitPrometheusConfig -Mesh emojivoto | Set-Content prometheus.yml</code>
/// <para>For a Prometheus beside a dev mesh.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConduitPrometheusConfig")]
[OutputType(typeof(string))]
public sealed class GetConduitPrometheusConfigCommand : ConduitCmdlet
{
    /// <summary>Namespace of the control plane.</summary>
    [Parameter]
    [Alias("c")]
    public string ConduitNamespace { get; set; } = "conduit";

    /// <summary>Name of a dev mesh, in the cluster's place.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MeshCompleter))]
    public string? Mesh { get; set; }

    internal override IAsyncEnumerable<object> ProduceAsync(CancellationToken cancellationToken)
    {
        var text = new PrometheusConfigOperation(Module.DevMeshes).Run(new PrometheusConfigRequest(ConduitNamespace, Mesh));
        return new[] { ManifestOutput.Of(text, asBytes: false) }.ToAsyncEnumerable();
    }
}
