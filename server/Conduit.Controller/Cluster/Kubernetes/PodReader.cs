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
                Ready = status.Conditions?.Any(item => item is { Type: "Ready", Status: True }) ?? false,
                Meshed = IsMeshed(pod),
                Restarts = (status.InitContainerStatuses ?? []).Concat(status.ContainerStatuses ?? []).Sum(container => container.RestartCount ?? 0),
                StartedAt = status.StartTime,
                ProxyVersion = metadata.Annotations?.GetValueOrDefault(MeshNames.ProxyVersionAnnotation) ?? "",
                Labels = metadata.Labels?.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? ImmutableSortedDictionary<string, string>.Empty,
            },
            OwnerName.Of(metadata));
    }

    private bool IsMeshed(V1Pod pod) =>
        pod.Metadata?.Labels?.GetValueOrDefault(MeshNames.ControlPlaneLabel) == controlPlane
        && (pod.Spec?.Containers ?? []).Concat(pod.Spec?.InitContainers ?? []).Any(container => container.Name == MeshNames.ProxyContainer);
}
