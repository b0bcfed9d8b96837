using System.Collections.Immutable;
using System.Management.Automation;
using Conduit.Manifests;
using Conduit.Operations.Rendering;
using Conduit.PowerShell.Streams;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>A cmdlet that renders a control plane.</summary>
public abstract class InstallCmdlet : ProxyCmdlet
{
    /// <summary>Namespace of the control plane.</summary>
    [Parameter]
    [Alias("c", "n", "Namespace")]
    public string ConduitNamespace { get; set; } = "conduit";

    /// <summary>Log level of the controller. Default: info.</summary>
    [Parameter]
    public string? ControllerLogLevel { get; set; }

    /// <summary>Give API and dashboard Services, so that whoever reaches those can use them. Default: $false.</summary>
    [Parameter]
    public bool? ExposeApi { get; set; }

    /// <summary>Names that people reach the exposed dashboard by; it answers under no others.</summary>
    [Parameter]
    public string[]? WebHosts { get; set; }

    /// <summary>Replicas of the controller; more than one is not possible yet. Default: 1.</summary>
    [Parameter]
    public string? ControllerReplicas { get; set; }

    /// <summary>Has no effect; the controller serves the dashboard. Default: 1.</summary>
    [Parameter]
    public string? WebReplicas { get; set; }

    /// <summary>Install a Prometheus that reads the mesh's metrics, and take statistics from it. Default: $false.</summary>
    [Parameter]
    public bool? Prometheus { get; set; }

    /// <summary>That Prometheus's image.</summary>
    [Parameter]
    public string? PrometheusImage { get; set; }

    /// <summary>Take statistics from this Prometheus, which has to read the mesh's metrics: see Get-ConduitPrometheusConfig.</summary>
    [Parameter]
    public string? PrometheusUrl { get; set; }

    /// <summary>Has no effect; -Prometheus installs one. Default: 1.</summary>
    [Parameter]
    public string? PrometheusReplicas { get; set; }

    private protected ImmutableDictionary<string, string> Flags => FlagsOf(RenderFlag.OfInstall(), ConduitNamespace);

    private protected IEnumerable<object> Written(InstallResult installed) =>
        installed.Notes.Select(object (note) => new CmdletNote(note)).Append(Rendered(installed.Text));
}
