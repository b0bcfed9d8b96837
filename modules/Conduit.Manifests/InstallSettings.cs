using System.Collections.Immutable;
using Conduit.Manifests.Settings;

namespace Conduit.Manifests;

/// <summary>Every setting of an <see cref="InstallModel"/>, in the order of help.</summary>
public static class InstallSettings
{
    /// <summary>The namespace that all goes into.</summary>
    public static Setting<InstallModel> ControlPlane { get; } = OfProxy(ProxySettings.ControlPlane);

    public static ImmutableArray<Setting<InstallModel>> All { get; } =
    [
        .. ProxySettings.Shared.Select(OfProxy),
        Setting<InstallModel>.Of(
            "controller-log-level",
            "Log level of the controller.",
            SettingForms.Among("LEVEL", "panic", "fatal", "error", "warn", "info", "debug"),
            install => install.ControllerLogLevel,
            (install, value) => install with { ControllerLogLevel = value }),
        Setting<InstallModel>.Of(
            "expose-api",
            "Give API and dashboard Services, so that whoever reaches those can use them.",
            SettingForms.Switch,
            install => install.ExposeApi,
            (install, value) => install with { ExposeApi = value }),
        Setting<InstallModel>.Of(
            "web-hosts",
            "Names that people reach the exposed dashboard by; it answers under no others.",
            SettingForms.Hosts,
            install => install.WebHosts,
            (install, value) => install with { WebHosts = value }),
        Setting<InstallModel>.Of(
            "prometheus",
            "Install a Prometheus that reads the mesh's metrics, and take statistics from it.",
            SettingForms.Switch,
            install => install.Prometheus,
            (install, value) => install with { Prometheus = value }),
        Setting<InstallModel>.Of(
            "prometheus-image",
            "That Prometheus's image.",
            SettingForms.ImageWithTag,
            install => install.PrometheusImage,
            (install, value) => install with { PrometheusImage = value }),
        Setting<InstallModel>.Of(
            "prometheus-url",
            "Take statistics from this Prometheus, which has to read the mesh's metrics: see conduit prometheus-config.",
            SettingForms.Url,
            install => install.PrometheusUrl,
            (install, value) => install with { PrometheusUrl = value }),
        Setting<InstallModel>.Of(
            "controller-replicas",
            "Replicas of the controller; more than one is not possible yet.",
            SettingForms.Count,
            install => install.ControllerReplicas,
            (install, value) => install with { ControllerReplicas = value }),
        Setting<InstallModel>.Of(
            "web-replicas",
            "Has no effect; the controller serves the dashboard.",
            SettingForms.Count,
            install => install.WebReplicas,
            (install, value) => install with { WebReplicas = value }),
        Setting<InstallModel>.Of(
            "prometheus-replicas",
            "Has no effect; --prometheus installs one.",
            SettingForms.Count,
            install => install.PrometheusReplicas,
            (install, value) => install with { PrometheusReplicas = value }),
    ];

    /// <summary>
    /// The settings, by name, in which a model differs from the product's own. The version is not among them, since moving on from it is what
    /// an upgrade is for.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> Kept(InstallModel model, InstallModel product) => All
        .Where(setting => setting.Text.Name != ProxySettings.VersionName && setting.Read(model) != setting.Read(product))
        .ToImmutableSortedDictionary(setting => setting.Text.Name, setting => setting.Read(model), StringComparer.Ordinal);

    private static Setting<InstallModel> OfProxy(Setting<ProxyModel> setting) =>
        setting.Within<InstallModel>(install => install.Proxy, (install, proxy) => install with { Proxy = proxy });
}
