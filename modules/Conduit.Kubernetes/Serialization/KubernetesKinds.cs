using System.Text.Json.Serialization.Metadata;

namespace Conduit.Kubernetes.Serialization;

/// <summary>Which type stands for an object, by its <c>apiVersion</c> and <c>kind</c>.</summary>
internal static class KubernetesKinds
{
    public static JsonTypeInfo TypeOf(string apiVersion, string kind) => (apiVersion, kind) switch
    {
        ("v1", "ConfigMap") => KubernetesJson.Default.V1ConfigMap,
        ("v1", "Pod") => KubernetesJson.Default.V1Pod,
        ("v1", "Secret") => KubernetesJson.Default.V1Secret,
        ("v1", "Service") => KubernetesJson.Default.V1Service,
        ("apps/v1", "DaemonSet") => KubernetesJson.Default.V1DaemonSet,
        ("apps/v1", "Deployment") => KubernetesJson.Default.V1Deployment,
        ("apps/v1", "ReplicaSet") => KubernetesJson.Default.V1ReplicaSet,
        ("apps/v1", "StatefulSet") => KubernetesJson.Default.V1StatefulSet,
        ("batch/v1", "Job") => KubernetesJson.Default.V1Job,
        ("discovery.k8s.io/v1", "EndpointSlice") => KubernetesJson.Default.V1EndpointSlice,
        _ => KubernetesJson.Default.KubernetesObject,
    };
}
