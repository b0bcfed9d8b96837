using Conduit.Kubernetes.Client;

namespace Conduit.Operations.Clusters;

/// <summary>A cluster to ask.</summary>
/// <param name="Kubernetes">Its API.</param>
/// <param name="Description">Which cluster that is, in words: <c>context 'prod' of /home/me/.kube/config</c>.</param>
/// <param name="DefaultNamespace">The context's namespace; null when it sets none.</param>
public sealed record ClusterConnection(IKubernetes Kubernetes, string Description, string? DefaultNamespace) : IDisposable
{
    public void Dispose() => Kubernetes.Dispose();
}
