using Conduit.Kubernetes.Models;
using Conduit.Model.Resources;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>The object, in the same namespace, that manages another one.</summary>
internal readonly record struct OwnerName(ResourceKind Kind, string Name)
{
    /// <summary>Null when nothing manages the object, or something that the mesh does not know.</summary>
    public static OwnerName? Of(V1ObjectMeta? metadata) =>
        metadata?.OwnerReferences?.FirstOrDefault(reference => reference.Controller == true) is { Name: { } name } owner && KindOf(owner) is { } kind
            ? new OwnerName(kind, name)
            : null;

    // Other groups have kinds of the same names; theirs are not ours.
    private static ResourceKind? KindOf(V1OwnerReference owner) => (owner.ApiVersion?.Split('/')[0], owner.Kind) switch
    {
        ("apps", "Deployment") => ResourceKind.Deployment,
        ("apps", "ReplicaSet") => ResourceKind.ReplicaSet,
        ("apps", "StatefulSet") => ResourceKind.StatefulSet,
        ("apps", "DaemonSet") => ResourceKind.DaemonSet,
        ("batch", "Job") => ResourceKind.Job,
        ("batch", "CronJob") => ResourceKind.CronJob,
        ("v1", "ReplicationController") => ResourceKind.ReplicationController,
        _ => null,
    };
}
