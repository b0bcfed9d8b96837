using Conduit.Manifests.Containers;
using Conduit.Manifests.Content;
using Conduit.Manifests.Prometheus;

namespace Conduit.Manifests.Install;

/// <summary>A Prometheus that reads the mesh's metrics: it remembers for six hours, and forgets all when its pod ends.</summary>
internal static class PrometheusObjects
{
    private const string Component = "prometheus";
    private const string ServiceAccount = "conduit-prometheus";
    private const string Retention = "6h";
    private const int Port = 9090;

    // The user "nobody", as in the usual images.
    private const int User = 65534;

    private static readonly ContentMap Selector = ContentMap.Of((MeshNames.ComponentLabel, Component));

    public static string Url(InstallModel model) => $"http://{Component}.{model.Proxy.ControlPlaneNamespace}.svc.cluster.local:{Port}";

    public static IEnumerable<ContentMap> Of(InstallModel model) =>
    [
        AccessObjects.ServiceAccount(model, ServiceAccount, Component),
        AccessObjects.ClusterRole(model, ServiceAccount, Component, AccessObjects.Rule("", "pods")),
        AccessObjects.ClusterRoleBinding(model, ServiceAccount, Component),
        ConfigMap(model),
        ServiceObjects.Service(model, Component, Component, "admin-http", Port),
        Deployment(model),
    ];

    private static ContentMap ConfigMap(InstallModel model) => ContentMap.Of(
        ("apiVersion", "v1"),
        ("kind", "ConfigMap"),
        ("metadata", ControlPlane.Metadata(model, "prometheus-config", model.Proxy.ControlPlaneNamespace, Component)),
        ("data", ContentMap.Of(("prometheus.yml", PrometheusConfigText.OfCluster(model.Proxy.ControlPlaneNamespace)))));

    private static ContentMap Deployment(InstallModel model) => ContentMap.Of(
        ("apiVersion", "apps/v1"),
        ("kind", "Deployment"),
        ("metadata", ControlPlane.Metadata(model, Component, model.Proxy.ControlPlaneNamespace, Component)),
        ("spec", ContentMap.Of(
            ("replicas", 1),
            ("strategy", ContentMap.Of(("type", "Recreate"))),
            ("selector", ContentMap.Of(("matchLabels", Selector))),
            ("template", ContentMap.Of(
                ("metadata", ContentMap.Of(

                    // Its scrapes are no traffic of the mesh.
                    ("annotations", ContentMap.Of((MeshNames.InjectAnnotation, "disabled"))),
                    ("labels", ContentMap.Of(("app.kubernetes.io/part-of", "conduit"), (MeshNames.ComponentLabel, Component))))),
                ("spec", PodSpec(model)))))));

    private static ContentMap PodSpec(InstallModel model) => ContentMap.Of(
        ("serviceAccountName", ServiceAccount),
        ("nodeSelector", ContentMap.Of(("kubernetes.io/os", "linux"))),
        ("securityContext", ContentMap.Of(("fsGroup", User), ("runAsNonRoot", true), ("seccompProfile", ContainerFields.SeccompProfile))),
        ("containers", ContentList.Of(Container(model))),
        ("volumes", ContentList.Of(
            ContentMap.Of(("name", "data"), ("emptyDir", ContentMap.Empty)),
            ContentMap.Of(("name", "prometheus-config"), ("configMap", ContentMap.Of(("name", "prometheus-config")))))));

    private static ContentMap Container(InstallModel model) => ContentMap.Of(
        ("name", Component),
        ("image", model.PrometheusImage),
        ("imagePullPolicy", model.Proxy.ImagePullPolicy.ToString()),
        ("args", ContentList.Of(
            "--config.file=/etc/prometheus/prometheus.yml",
            "--storage.tsdb.path=/data",
            $"--storage.tsdb.retention.time={Retention}",
            $"--web.listen-address=:{Port}")),
        ("ports", ContentList.Of(ContainerFields.Port("admin-http", Port))),
        ("livenessProbe", ContainerFields.Probe("/-/healthy", Port, ("initialDelaySeconds", 30), ("timeoutSeconds", 30))),
        ("readinessProbe", ContainerFields.Probe("/-/ready", Port, ("initialDelaySeconds", 5), ("timeoutSeconds", 30))),
        ("resources", ContentMap.Of(("requests", ContentMap.Of(("cpu", "50m"), ("memory", "256Mi"))))),
        ("securityContext", ContainerFields.RestrictedSecurity(User)),
        ("volumeMounts", ContentList.Of(
            ContentMap.Of(("name", "data"), ("mountPath", "/data")),
            ContentMap.Of(("name", "prometheus-config"), ("mountPath", "/etc/prometheus"), ("readOnly", true)))),
        ("terminationMessagePolicy", "FallbackToLogsOnError"));
}
