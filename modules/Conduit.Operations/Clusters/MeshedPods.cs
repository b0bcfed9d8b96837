using System.Collections.Immutable;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;
using Conduit.Manifests;

namespace Conduit.Operations.Clusters;

/// <summary>Finds the pods that carry a proxy of one control plane.</summary>
internal sealed class MeshedPods(IKubernetes kubernetes, string space)
{
    /// <summary>Those that live, by namespace and name, without the control plane's own.</summary>
    public async Task<ImmutableArray<V1Pod>> ListAsync(CancellationToken cancellationToken)
    {
        var pods = await kubernetes.ListAsync(
            KubernetesResources.Pods, new ListScope { LabelSelector = $"{MeshNames.ControlPlaneLabel}={space}" }, cancellationToken);
        return
        [
            .. pods.Items.Where(pod => !IsControlPlane(pod) && pod.Status?.Phase is not ("Succeeded" or "Failed"))
                .OrderBy(pod => pod.Metadata?.NamespaceProperty, StringComparer.Ordinal)
                .ThenBy(pod => pod.Metadata?.Name, StringComparer.Ordinal),
        ];
    }

    private bool IsControlPlane(V1Pod pod) =>
        pod.Metadata?.NamespaceProperty == space && pod.Metadata.Labels?.ContainsKey(MeshNames.ComponentLabel) == true;
}
