using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Watching;

/// <summary>Endpoint slices, in whichever form the API server has them: of today, of before Kubernetes 1.21, or made from Endpoints.</summary>
public sealed class EndpointSliceSource(IKubernetes kubernetes, ListScope scope, Random random) : IResourceSource<V1EndpointSlice>
{
    private IResourceSource<V1EndpointSlice>? _chosen;

    public string Description => KubernetesResources.EndpointSlices.ToString();

    public async Task<KubernetesList<V1EndpointSlice>> ListAsync(CancellationToken cancellationToken)
    {
        // Asked at every list, because clusters are upgraded under their controllers.
        _chosen = Choose(await kubernetes.GetGroupVersionsAsync(KubernetesResources.EndpointSlices.Group, cancellationToken));
        return await _chosen.ListAsync(cancellationToken);
    }

    public IAsyncEnumerable<WatchEvent<V1EndpointSlice>> WatchAsync(string resourceVersion, CancellationToken cancellationToken) =>
        (_chosen ?? throw new InvalidOperationException("A watch follows a list.")).WatchAsync(resourceVersion, cancellationToken);

    private IResourceSource<V1EndpointSlice> Choose(IReadOnlyList<string> versions) =>
        versions.Contains(KubernetesResources.EndpointSlices.Version) ? Slices(KubernetesResources.EndpointSlices)
        : versions.Contains(KubernetesResources.EndpointSlicesV1Beta1.Version) ? Slices(KubernetesResources.EndpointSlicesV1Beta1)
        : new EndpointsAsSlices(new KubernetesResourceSource<V1Endpoints>(kubernetes, KubernetesResources.Endpoints, scope, random));

    private KubernetesResourceSource<V1EndpointSlice> Slices(KubernetesResource<V1EndpointSlice> resource) => new(kubernetes, resource, scope, random);
}
