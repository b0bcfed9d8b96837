using Conduit.Manifests.Content;

namespace Conduit.Manifests.Install;

/// <summary>The namespace, and what the controller may do: read what it shows, write nothing.</summary>
internal static class AccessObjects
{
    private const string RbacGroup = "rbac.authorization.k8s.io";
    private const string RbacVersion = RbacGroup + "/v1";

    public static ContentMap Namespace(InstallModel model) => ContentMap.Of(
        ("apiVersion", "v1"),
        ("kind", "Namespace"),
        ("metadata", ContentMap.Of(
            ("name", model.Proxy.ControlPlaneNamespace),

            // The init container needs NET_ADMIN, which no other profile of Pod Security admission allows.
            ("labels", ContentMap.Of(
                ("app.kubernetes.io/part-of", "conduit"),
                (MeshNames.ControlPlaneLabel, model.Proxy.ControlPlaneNamespace),
                ("pod-security.kubernetes.io/enforce", "privileged"))),
            ("annotations", ContentMap.Of((MeshNames.CreatedByAnnotation, model.Proxy.CreatedBy))))));

    public static IEnumerable<ContentMap> Of(InstallModel model) =>
    [
        ServiceAccount(model, ControlPlane.ServiceAccount, ControlPlane.Component),
        ClusterRole(
            model,
            ControlPlane.ServiceAccount,
            ControlPlane.Component,
            Rule("", "pods", "services", "endpoints", "replicationcontrollers"),
            Rule("apps", "deployments", "replicasets", "statefulsets", "daemonsets"),
            Rule("batch", "jobs"),
            Rule("discovery.k8s.io", "endpointslices")),
        ClusterRoleBinding(model, ControlPlane.ServiceAccount, ControlPlane.Component),
    ];

    public static ContentMap ServiceAccount(InstallModel model, string name, string component) => ContentMap.Of(
        ("apiVersion", "v1"),
        ("kind", "ServiceAccount"),
        ("metadata", ControlPlane.Metadata(model, name, model.Proxy.ControlPlaneNamespace, component)));

    public static ContentMap ClusterRole(InstallModel model, string name, string component, params ReadOnlySpan<ContentNode> rules) => ContentMap.Of(
        ("apiVersion", RbacVersion),
        ("kind", "ClusterRole"),
        ("metadata", ControlPlane.Metadata(model, ControlPlane.ClusterWideName(model, name), inNamespace: null, component)),
        ("rules", ContentList.Of(rules)));

    public static ContentMap ClusterRoleBinding(InstallModel model, string name, string component) => ContentMap.Of(
        ("apiVersion", RbacVersion),
        ("kind", "ClusterRoleBinding"),
        ("metadata", ControlPlane.Metadata(model, ControlPlane.ClusterWideName(model, name), inNamespace: null, component)),
        ("roleRef", ContentMap.Of(("apiGroup", RbacGroup), ("kind", "ClusterRole"), ("name", ControlPlane.ClusterWideName(model, name)))),
        ("subjects", ContentList.Of(ContentMap.Of(
            ("kind", "ServiceAccount"),
            ("name", name),
            ("namespace", model.Proxy.ControlPlaneNamespace)))));

    public static ContentMap Rule(string group, params ReadOnlySpan<ContentNode> resources) => ContentMap.Of(
        ("apiGroups", ContentList.Of(group)),
        ("resources", ContentList.Of(resources)),
        ("verbs", ContentList.Of("get", "list", "watch")));
}
