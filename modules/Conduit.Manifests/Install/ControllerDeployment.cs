using Conduit.Manifests.Containers;
using Conduit.Manifests.Content;
using Conduit.Model.Addresses;

namespace Conduit.Manifests.Install;

/// <summary>The controller: one pod with one container, before it is meshed.</summary>
internal static class ControllerDeployment
{
    private const string Loopback = "127.0.0.1";
    private const string Everywhere = "0.0.0.0";

    public static ContentMap Of(InstallModel model) => ContentMap.Of(
        ("apiVersion", "apps/v1"),
        ("kind", "Deployment"),
        ("metadata", ControlPlane.Metadata(model, ControlPlane.Component, model.Proxy.ControlPlaneNamespace, ControlPlane.Component)),
        ("spec", ContentMap.Of(
            ("replicas", model.ControllerReplicas),

            // Two controllers at once would each know half of the traffic.
            ("strategy", ContentMap.Of(("type", "Recreate"))),
            ("selector", ContentMap.Of(("matchLabels", ControlPlane.Selector))),
            ("template", ContentMap.Of(("metadata", PodMetadata(model)), ("spec", PodSpec(model)))))));

    private static ContentMap PodMetadata(InstallModel model) => ContentMap.Of(
        ("annotations", ContentMap.Of(
            (MeshNames.ConfigPrefix + "skip-inbound-ports", OwnPorts(model).ToString()),

            // The controller must reach the API server before its own proxy can learn anything from it.
            (MeshNames.ConfigPrefix + "skip-outbound-ports", "443,6443"))),
        ("labels", ContentMap.Of(("app.kubernetes.io/part-of", "conduit"), (MeshNames.ComponentLabel, ControlPlane.Component))));

    private static PortSet OwnPorts(InstallModel model)
    {
        var usual = new PortRange(new Port(ControlPlane.WebPort), new Port(8086));
        return PortSet.Of(usual.Contains(model.Proxy.ApiPort) ? [usual] : [usual, new PortRange(model.Proxy.ApiPort, model.Proxy.ApiPort)]);
    }

    private static ContentMap PodSpec(InstallModel model) => ContentMap.Of(
        ("serviceAccountName", ControlPlane.ServiceAccount),
        ("nodeSelector", ContentMap.Of(("kubernetes.io/os", "linux"))),
        ("securityContext", ContentMap.Of(("runAsNonRoot", true), ("seccompProfile", ContainerFields.SeccompProfile))),
        ("containers", ContentList.Of(Container(model))));

    private static ContentMap Container(InstallModel model) => ContentMap.Of(
        ("name", ControlPlane.Component),
        ("image", ImageName.Of(given: null, model.Proxy.Registry, ControlPlane.Component, model.Proxy.Version)),
        ("imagePullPolicy", model.Proxy.ImagePullPolicy.ToString()),
        ("args", Arguments(model)),
        ("ports", Ports(model)),
        ("livenessProbe", ContainerFields.Probe("/ping", ControlPlane.AdminPort, ("initialDelaySeconds", 10))),
        ("readinessProbe", ContainerFields.Probe("/ready", ControlPlane.AdminPort, ("failureThreshold", 7))),
        ("resources", ContentMap.Of(("requests", ContentMap.Of(("cpu", "50m"), ("memory", "64Mi"))))),

        // Never the proxy's user, whose packets pass the redirection.
        ("securityContext", ContainerFields.RestrictedSecurity(model.Proxy.ProxyUid + 1)),
        ("terminationMessagePolicy", "FallbackToLogsOnError"));

    private static ContentList Arguments(InstallModel model)
    {
        var people = model.ExposeApi ? Everywhere : Loopback;
        return new ContentList(
        [
            $"--controller-namespace={model.Proxy.ControlPlaneNamespace}",
            $"--log-level={model.ControllerLogLevel}",
            $"--api-addr={people}:{ControlPlane.PublicApiPort}",
            $"--web-addr={people}:{ControlPlane.WebPort}",
            $"--proxy-api-addr={Everywhere}:{model.Proxy.ApiPort}",
            $"--admin-addr={Everywhere}:{ControlPlane.AdminPort}",
            .. model.WebHosts.IsEmpty ? [] : new ContentNode[] { $"--web-hosts={string.Join(',', model.WebHosts)}" },
            .. PrometheusUrl(model) is { } url ? new ContentNode[] { $"--prometheus-url={url}" } : [],
        ]);
    }

    private static string? PrometheusUrl(InstallModel model) => model.Prometheus ? PrometheusObjects.Url(model) : model.PrometheusUrl?.OriginalString;

    private static ContentList Ports(InstallModel model) => new(
    [
        ContainerFields.Port("grpc", model.Proxy.ApiPort.Number),
        ContainerFields.Port(ControlPlane.AdminPortName, ControlPlane.AdminPort),
        .. model.ExposeApi ? ExposedPorts : [],
    ]);

    private static ContentNode[] ExposedPorts =>
    [
        ContainerFields.Port("api", ControlPlane.PublicApiPort),
        ContainerFields.Port("web", ControlPlane.WebPort),
    ];
}
