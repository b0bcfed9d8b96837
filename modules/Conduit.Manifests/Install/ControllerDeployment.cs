using Conduit.Manifests.Content;
using Conduit.Manifests.Injection;
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
        ("metadata", ControlPlane.Metadata(model, ControlPlane.Component, model.Proxy.ControlPlaneNamespace)),
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
        ("securityContext", ContentMap.Of(("runAsNonRoot", true), ("seccompProfile", ContentMap.Of(("type", "RuntimeDefault"))))),
        ("containers", ContentList.Of(Container(model))));

    private static ContentMap Container(InstallModel model) => ContentMap.Of(
        ("name", ControlPlane.Component),
        ("image", ImageName.Of(given: null, model.Proxy.Registry, ControlPlane.Component, model.Proxy.Version)),
        ("imagePullPolicy", model.Proxy.ImagePullPolicy.ToString()),
        ("args", Arguments(model)),
        ("ports", Ports(model)),
        ("livenessProbe", Probe("/ping", ("initialDelaySeconds", 10))),
        ("readinessProbe", Probe("/ready", ("failureThreshold", 7))),
        ("resources", ContentMap.Of(("requests", ContentMap.Of(("cpu", "50m"), ("memory", "64Mi"))))),
        ("securityContext", ContentMap.Of(
            ("allowPrivilegeEscalation", false),
            ("capabilities", ContentMap.Of(("drop", ContentList.Of("ALL")))),
            ("readOnlyRootFilesystem", true),
            ("runAsNonRoot", true),

            // Never the proxy's user, whose packets pass the redirection.
            ("runAsUser", model.Proxy.ProxyUid + 1),
            ("seccompProfile", ContentMap.Of(("type", "RuntimeDefault"))))),
        ("terminationMessagePolicy", "FallbackToLogsOnError"));

    private static ContentList Arguments(InstallModel model)
    {
        var people = model.ExposeApi ? Everywhere : Loopback;
        return ContentList.Of(
            $"--controller-namespace={model.Proxy.ControlPlaneNamespace}",
            $"--log-level={model.ControllerLogLevel}",
            $"--api-addr={people}:{ControlPlane.PublicApiPort}",
            $"--web-addr={people}:{ControlPlane.WebPort}",
            $"--proxy-api-addr={Everywhere}:{model.Proxy.ApiPort}",
            $"--admin-addr={Everywhere}:{ControlPlane.AdminPort}");
    }

    private static ContentList Ports(InstallModel model) => new(
    [
        Port("grpc", model.Proxy.ApiPort.Number),
        Port("admin-http", ControlPlane.AdminPort),
        .. model.ExposeApi ? new ContentNode[] { Port("api", ControlPlane.PublicApiPort), Port("web", ControlPlane.WebPort) } : [],
    ]);

    private static ContentMap Port(string name, int number) => ContentMap.Of(("name", name), ("containerPort", number));

    private static ContentMap Probe(string path, (string Key, ContentNode? Value) timing) => ContentMap.Of(
        ("httpGet", ContentMap.Of(("path", path), ("port", ControlPlane.AdminPort))),
        timing);
}
