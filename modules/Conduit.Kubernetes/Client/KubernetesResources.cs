using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Serialization;

namespace Conduit.Kubernetes.Client;

/// <summary>The collections that Conduit touches.</summary>
public static class KubernetesResources
{
    private const string Apps = "apps";
    private const string Discovery = "discovery.k8s.io";

    public static KubernetesResource<V1Namespace> Namespaces { get; } =
        new("", "v1", "namespaces", KubernetesJson.Default.V1Namespace) { IsNamespaced = false };

    public static KubernetesResource<V1Pod> Pods { get; } = new("", "v1", "pods", KubernetesJson.Default.V1Pod);

    public static KubernetesResource<V1Service> Services { get; } = new("", "v1", "services", KubernetesJson.Default.V1Service);

    public static KubernetesResource<V1Endpoints> Endpoints { get; } = new("", "v1", "endpoints", KubernetesJson.Default.V1Endpoints);

    /// <summary>From Kubernetes 1.21.</summary>
    public static KubernetesResource<V1EndpointSlice> EndpointSlices { get; } = new(Discovery, "v1", "endpointslices", KubernetesJson.Default.V1EndpointSlice);

    /// <summary>The same, as Kubernetes 1.17 to 1.24 serves it.</summary>
    public static KubernetesResource<V1EndpointSlice> EndpointSlicesV1Beta1 { get; } = EndpointSlices with { Version = "v1beta1" };

    public static KubernetesResource<V1ConfigMap> ConfigMaps { get; } = new("", "v1", "configmaps", KubernetesJson.Default.V1ConfigMap);

    public static KubernetesResource<V1ReplicationController> ReplicationControllers { get; } =
        new("", "v1", "replicationcontrollers", KubernetesJson.Default.V1ReplicationController);

    public static KubernetesResource<V1Deployment> Deployments { get; } = new(Apps, "v1", "deployments", KubernetesJson.Default.V1Deployment);

    public static KubernetesResource<V1ReplicaSet> ReplicaSets { get; } = new(Apps, "v1", "replicasets", KubernetesJson.Default.V1ReplicaSet);

    public static KubernetesResource<V1StatefulSet> StatefulSets { get; } = new(Apps, "v1", "statefulsets", KubernetesJson.Default.V1StatefulSet);

    public static KubernetesResource<V1DaemonSet> DaemonSets { get; } = new(Apps, "v1", "daemonsets", KubernetesJson.Default.V1DaemonSet);

    public static KubernetesResource<V1Job> Jobs { get; } = new("batch", "v1", "jobs", KubernetesJson.Default.V1Job);

    internal static KubernetesResource<V1SelfSubjectAccessReview> SelfSubjectAccessReviews { get; } =
        new("authorization.k8s.io", "v1", "selfsubjectaccessreviews", KubernetesJson.Default.V1SelfSubjectAccessReview) { IsNamespaced = false };

    /// <summary>Names, labels and owners of any collection, for kinds that we know no more of or want no more of.</summary>
    /// <param name="group">Empty for the core group.</param>
    /// <param name="version">Such as <c>v1</c>.</param>
    /// <param name="plural">Such as <c>clusterroles</c>.</param>
    public static KubernetesResource<KubernetesObject> Metadata(string group, string version, string plural) =>
        new(group, version, plural, KubernetesJson.Default.KubernetesObject) { MetadataOnly = true };
}
