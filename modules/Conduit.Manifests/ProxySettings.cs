using System.Collections.Immutable;
using Conduit.Manifests.Settings;

namespace Conduit.Manifests;

/// <summary>Every setting of a <see cref="ProxyModel"/>, in the order of help.</summary>
public static class ProxySettings
{
    /// <summary>The name of the setting that is the images' tag.</summary>
    public const string VersionName = "conduit-version";

    /// <summary>The control plane that a proxy belongs to; the only setting that a workload cannot change for itself.</summary>
    public static Setting<ProxyModel> ControlPlane { get; } = Setting<ProxyModel>.Of(
        "conduit-namespace",
        "Namespace of the control plane.",
        SettingForms.Namespace,
        proxy => proxy.ControlPlaneNamespace,
        (proxy, value) => proxy with { ControlPlaneNamespace = value });

    /// <summary>What install and inject share.</summary>
    public static ImmutableArray<Setting<ProxyModel>> Shared { get; } = [.. Images(), .. Process(), .. Resources()];

    /// <summary>What only inject takes.</summary>
    public static ImmutableArray<Setting<ProxyModel>> Traffic { get; } =
    [
        Of(
            "inbound-port", "Port on which the proxy takes inbound traffic.", SettingForms.Port,
            proxy => proxy.InboundPort, (proxy, value) => proxy with { InboundPort = value }),
        Of(
            "outbound-port", "Port on which the proxy takes outbound traffic.", SettingForms.Port,
            proxy => proxy.OutboundPort, (proxy, value) => proxy with { OutboundPort = value }),
        Of(
            "skip-inbound-ports", "Ports of the pod that bypass the proxy.", SettingForms.Ports,
            proxy => proxy.SkipInboundPorts, (proxy, value) => proxy with { SkipInboundPorts = value }),
        Of(
            "skip-outbound-ports", "Ports of others that the pod reaches without the proxy.", SettingForms.Ports,
            proxy => proxy.SkipOutboundPorts, (proxy, value) => proxy with { SkipOutboundPorts = value }),
        Of(
            "opaque-ports", "Ports that are proxied as plain TCP, without protocol detection.", SettingForms.Ports,
            proxy => proxy.OpaquePorts, (proxy, value) => proxy with { OpaquePorts = value }),
    ];

    /// <summary>What a workload may set for itself by annotation.</summary>
    public static ImmutableArray<Setting<ProxyModel>> PerWorkload { get; } = [.. Shared, .. Traffic];

    private static IEnumerable<Setting<ProxyModel>> Images() =>
    [
        Of(
            VersionName, "Tag of Conduit's images.", SettingForms.Version,
            proxy => proxy.Version, (proxy, value) => proxy with { Version = value }),
        Of(
            "registry", "Registry of Conduit's images.", SettingForms.Registry,
            proxy => proxy.Registry, (proxy, value) => proxy with { Registry = value }),
        Of(
            "proxy-image", "Image of the proxy, in place of the registry's.", SettingForms.Image,
            proxy => proxy.ProxyImage, (proxy, value) => proxy with { ProxyImage = value }),
        Of(
            "init-image", "Image of the init container, in place of the registry's.", SettingForms.Image,
            proxy => proxy.InitImage, (proxy, value) => proxy with { InitImage = value }),
        Of(
            "image-pull-policy", "When the node pulls images.", SettingForms.OneOf<ImagePullPolicy>("POLICY"),
            proxy => proxy.ImagePullPolicy, (proxy, value) => proxy with { ImagePullPolicy = value }),
    ];

    private static IEnumerable<Setting<ProxyModel>> Process() =>
    [
        Of(
            "proxy-uid", "User id of the proxy; no container of the app may share it.", SettingForms.UserId,
            proxy => proxy.ProxyUid, (proxy, value) => proxy with { ProxyUid = value }),
        Of(
            "proxy-log-level", "Log filter of the proxy.", SettingForms.Text,
            proxy => proxy.ProxyLogLevel, (proxy, value) => proxy with { ProxyLogLevel = value }),
        Of(
            "proxy-bind-timeout", "How long the proxy waits for a usable endpoint.", SettingForms.Duration,
            proxy => proxy.ProxyBindTimeout, (proxy, value) => proxy with { ProxyBindTimeout = value }),
        Of(
            "api-port", "Port of the control plane that proxies dial.", SettingForms.Port,
            proxy => proxy.ApiPort, (proxy, value) => proxy with { ApiPort = value }),
        Of(
            "control-port", "Port that is reserved for the proxy's control.", SettingForms.Port,
            proxy => proxy.ControlPort, (proxy, value) => proxy with { ControlPort = value }),
        Of(
            "metrics-port", "Port on which the proxy serves metrics and probes.", SettingForms.Port,
            proxy => proxy.MetricsPort, (proxy, value) => proxy with { MetricsPort = value }),
        Of(
            "native-sidecar", "Run the proxy as an init container that restarts (Kubernetes 1.29 and up).", SettingForms.Switch,
            proxy => proxy.NativeSidecar, (proxy, value) => proxy with { NativeSidecar = value }),
    ];

    private static IEnumerable<Setting<ProxyModel>> Resources() =>
    [
        Of(
            "proxy-cpu-request", "CPU that the proxy asks for.", SettingForms.Quantity,
            proxy => proxy.Resources.CpuRequest, (proxy, value) => proxy with { Resources = proxy.Resources with { CpuRequest = value } }),
        Of(
            "proxy-cpu-limit", "CPU that the proxy may use at most.", SettingForms.Quantity,
            proxy => proxy.Resources.CpuLimit, (proxy, value) => proxy with { Resources = proxy.Resources with { CpuLimit = value } }),
        Of(
            "proxy-memory-request", "Memory that the proxy asks for.", SettingForms.Quantity,
            proxy => proxy.Resources.MemoryRequest, (proxy, value) => proxy with { Resources = proxy.Resources with { MemoryRequest = value } }),
        Of(
            "proxy-memory-limit", "Memory that the proxy may use at most.", SettingForms.Quantity,
            proxy => proxy.Resources.MemoryLimit, (proxy, value) => proxy with { Resources = proxy.Resources with { MemoryLimit = value } }),
    ];

    private static Setting<ProxyModel> Of<T>(
        string name, string description, SettingForm<T> form, Func<ProxyModel, T> get, Func<ProxyModel, T, ProxyModel> set) => Setting<ProxyModel>.Of(name, description, form, get, set);
}
