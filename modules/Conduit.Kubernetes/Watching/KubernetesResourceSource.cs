using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Watching;

/// <summary>A collection of the API, or a part of it.</summary>
public sealed class KubernetesResourceSource<T>(IKubernetes kubernetes, KubernetesResource<T> resource, ListScope scope, Random random)
    : IResourceSource<T>
    where T : IKubernetesObject
{
    // Each watch ends at a time of its own, so that those that began together do not come back together.
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromMinutes(5);

    public string Description => resource.ToString();

    public Task<KubernetesList<T>> ListAsync(CancellationToken cancellationToken) => kubernetes.ListAsync(resource, scope, cancellationToken);

    public IAsyncEnumerable<WatchEvent<T>> WatchAsync(string resourceVersion, CancellationToken cancellationToken) =>
        kubernetes.WatchAsync(resource, new WatchScope(scope, resourceVersion, ShortestWatch * (1 + random.NextDouble())), cancellationToken);
}
