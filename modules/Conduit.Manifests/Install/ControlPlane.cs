using Conduit.Manifests.Content;

namespace Conduit.Manifests.Install;

/// <summary>What the objects of the control plane have in common.</summary>
internal static class ControlPlane
{
    public const string Component = "controller";
    public const int WebPort = 8084;
    public const int PublicApiPort = 8085;
    public const int AdminPort = 9995;
    public const string AdminPortName = "admin-http";

    public const string ServiceAccount = "conduit-controller";

    // Objects of the whole cluster: with the namespace in their name, a second control plane has its own.
    public static string ClusterWideName(InstallModel model, string name) => $"{name}-{model.Proxy.ControlPlaneNamespace}";

    public static ContentMap Selector => ContentMap.Of((MeshNames.ComponentLabel, Component));

    public static ContentMap Metadata(InstallModel model, string name, string? inNamespace, string component) => ContentMap.Of(
        ("name", name),
        ("namespace", inNamespace),
        ("labels", ContentMap.Of(
            ("app.kubernetes.io/part-of", "conduit"),
            (MeshNames.ComponentLabel, component),
            (MeshNames.ControlPlaneLabel, model.Proxy.ControlPlaneNamespace))),
        ("annotations", ContentMap.Of((MeshNames.CreatedByAnnotation, model.Proxy.CreatedBy))));
}
