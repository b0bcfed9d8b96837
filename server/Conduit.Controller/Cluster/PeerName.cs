using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.Cluster;

/// <summary>Names what stands at one end of a request: the workload, else the pod, else the service.</summary>
internal static class PeerName
{
    private static readonly ResourceKind[] Kinds =
    [
        ResourceKind.Deployment, ResourceKind.StatefulSet, ResourceKind.DaemonSet, ResourceKind.CronJob, ResourceKind.Job,
        ResourceKind.ReplicaSet, ResourceKind.ReplicationController, ResourceKind.Pod, ResourceKind.Service,
    ];

    public static ResourceName Of(Pod pod) => pod.Owner is { } owner
        ? new ResourceName(owner.Namespace, owner.Kind, owner.Name)
        : new ResourceName(pod.Namespace, ResourceKind.Pod, pod.Name);

    /// <summary>By the labels that metrics and taps carry; null for a stranger.</summary>
    public static ResourceName? Of(Func<string, string?> label)
    {
        foreach (var kind in Kinds)
        {
            if (label(PodLabels.KeyOf(kind)!) is { Length: > 0 } name)
            {
                return new ResourceName(label(PodLabels.Namespace) ?? "", kind, name);
            }
        }

        return null;
    }
}
