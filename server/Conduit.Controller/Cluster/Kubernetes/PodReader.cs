using System.Collections.Immutable;
using Conduit.Kubernetes.Models;
using Conduit.Manifests;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Reads pods.</summary>
/// <param name="controlPlane">The namespace of this control plane; pods of another one's are not meshed here.</param>
internal sealed class PodReader(string controlPlane)
{
    private const string True = "True";

    public PodEntry Read(V1Pod pod)
    {
        var (metadata, status) = (pod.Metadata ?? new V1ObjectMeta(), pod.Status ?? new V1PodStatus());
        var condition = PodCondition.Of(pod);

        return new PodEntry(
            new Pod
            {
                Namespace = metadata.NamespaceProperty ?? "",
                Name = metadata.Name ?? "",
                Ip = status.PodIP,
                Phase = Enum.TryParse<PodPhase>(status.Phase, out var phase) ? phase : PodPhase.Pending,
                Status = condition.Reason,
                Message = condition.Message,
                Ready = HasCondition(status, "Ready"),
                Meshed = IsMeshed(pod),
                Restarts = (status.InitContainerStatuses ?? []).Concat(status.ContainerStatuses ?? []).Sum(container => container.RestartCount ?? 0),
                StartedAt = status.StartTime,
                ProxyVersion = metadata.Annotations?.GetValueOrDefault(MeshNames.ProxyVersionAnnotation) ?? "",
                Labels = metadata.Labels?.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? ImmutableSortedDictionary<string, string>.Empty,
            },
            OwnerName.Of(metadata),
            IsWell(pod));
    }

    // A node that is not heard takes "Ready" from its pods and leaves them "ContainersReady", which only their own probes decide. Who has
    // gates takes "Ready" from a pod as well.
    private static bool IsWell(V1Pod pod) =>
        pod.Metadata?.DeletionTimestamp is null
        && pod.Spec?.ReadinessGates is null or []
        && HasCondition(pod.Status, "ContainersReady");

    private static bool HasCondition(V1PodStatus? status, string type) =>
        status?.Conditions?.Any(item => item.Type == type && item.Status == True) ?? false;

    private bool IsMeshed(V1Pod pod) =>
        pod.Metadata?.Labels?.GetValueOrDefault(MeshNames.ControlPlaneLabel) == controlPlane
        && (pod.Spec?.Containers ?? []).Concat(pod.Spec?.InitContainers ?? []).Any(container => container.Name == MeshNames.ProxyContainer);
}
