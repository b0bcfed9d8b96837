using System.Collections.Immutable;
using System.Management.Automation;
using Conduit.Operations.Rendering;
using Conduit.PowerShell.Parameters;

namespace Conduit.PowerShell.Cmdlets;

/// <summary>A cmdlet that renders proxies into manifests. Its operation reads the values and knows the defaults.</summary>
public abstract class ProxyCmdlet : ConduitCmdlet
{
    private bool _asBytes;

    /// <summary>Tag of Conduit's images. Default: this module's version.</summary>
    [Parameter]
    [Alias("v")]
    public string? ConduitVersion { get; set; }

    /// <summary>Registry of Conduit's images. Also CONDUIT_REGISTRY.</summary>
    [Parameter]
    public string? Registry { get; set; }

    /// <summary>Image of the proxy, in place of the registry's.</summary>
    [Parameter]
    public string? ProxyImage { get; set; }

    /// <summary>Image of the init container, in place of the registry's.</summary>
    [Parameter]
    public string? InitImage { get; set; }

    /// <summary>When the node pulls images. Default: IfNotPresent.</summary>
    [Parameter]
    public string? ImagePullPolicy { get; set; }

    /// <summary>User id of the proxy; no container of the app may share it. Default: 2102.</summary>
    [Parameter]
    public string? ProxyUid { get; set; }

    /// <summary>Log filter of the proxy. Default: warn,conduit_proxy=info.</summary>
    [Parameter]
    public string? ProxyLogLevel { get; set; }

    /// <summary>How long the proxy waits for a usable endpoint, as Go writes it. Default: 10s.</summary>
    [Parameter]
    public string? ProxyBindTimeout { get; set; }

    /// <summary>Port of the control plane that proxies dial. Default: 8086.</summary>
    [Parameter]
    public string? ApiPort { get; set; }

    /// <summary>Port that is reserved for the proxy's control. Default: 4190.</summary>
    [Parameter]
    public string? ControlPort { get; set; }

    /// <summary>Port on which the proxy serves metrics and probes. Default: 4191.</summary>
    [Parameter]
    public string? MetricsPort { get; set; }

    /// <summary>Run the proxy as an init container that restarts (Kubernetes 1.29 and up). Also CONDUIT_NATIVE_SIDECAR. Default: $true.</summary>
    [Parameter]
    public bool? NativeSidecar { get; set; }

    /// <summary>CPU that the proxy asks for.</summary>
    [Parameter]
    public string? ProxyCpuRequest { get; set; }

    /// <summary>CPU that the proxy may use at most.</summary>
    [Parameter]
    public string? ProxyCpuLimit { get; set; }

    /// <summary>Memory that the proxy asks for.</summary>
    [Parameter]
    public string? ProxyMemoryRequest { get; set; }

    /// <summary>Memory that the proxy may use at most.</summary>
    [Parameter]
    public string? ProxyMemoryLimit { get; set; }

    /// <summary>Write bytes, exactly those that the command line writes, instead of one string.</summary>
    [Parameter]
    public SwitchParameter AsByteStream
    {
        get => _asBytes;
        set => _asBytes = value;
    }

    internal bool AsBytes
    {
        get => _asBytes;
        init => _asBytes = value;
    }

    private protected RenderDefaults Defaults => new(Module.Rendering);

    private protected ImmutableDictionary<string, string> FlagsOf(IEnumerable<RenderFlag> flags, string controlPlane) =>
        RenderFlags.Read(this, flags).SetItem(RenderFlag.ControlPlane, controlPlane);

    private protected object Rendered(string text) => ManifestOutput.Of(text, _asBytes);
}
