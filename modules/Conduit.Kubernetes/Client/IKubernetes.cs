using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Model.Addresses;

namespace Conduit.Kubernetes.Client;

/// <summary>
/// The calls that we make to the Kubernetes API. All of them fail with <see cref="ApiUnavailableException"/> when there is no
/// usable answer, and with <see cref="KubernetesException"/> or a type derived from it when the answer is no.
/// </summary>
public interface IKubernetes : IDisposable
{
    Task<T> ReadAsync<T>(KubernetesResource<T> resource, ObjectName name, CancellationToken cancellationToken)
        where T : IKubernetesObject;

    /// <summary>All objects, however many pages they take.</summary>
    Task<KubernetesList<T>> ListAsync<T>(KubernetesResource<T> resource, ListScope scope, CancellationToken cancellationToken)
        where T : IKubernetesObject;

    /// <summary>
    /// Changes as they happen, bookmarks included, until the API server ends the watch. First, once the watch is granted, comes a
    /// bookmark of the version that it goes on from.
    /// </summary>
    /// <exception cref="ResourceExpiredException">The version to go on from is too old; list again.</exception>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(KubernetesResource<T> resource, WatchScope scope, CancellationToken cancellationToken)
        where T : IKubernetesObject;

    /// <summary>The object as the API server made it. Its namespace is that of <paramref name="body"/>.</summary>
    Task<T> CreateAsync<T>(KubernetesResource<T> resource, T body, CancellationToken cancellationToken)
        where T : IKubernetesObject;

    Task<T> PatchAsync<T>(KubernetesResource<T> resource, ObjectName name, V1Patch patch, CancellationToken cancellationToken)
        where T : IKubernetesObject;

    Task DeleteAsync<T>(KubernetesResource<T> resource, ObjectName name, V1DeleteOptions options, CancellationToken cancellationToken)
        where T : IKubernetesObject;

    Task<VersionInfo> GetVersionAsync(CancellationToken cancellationToken);

    /// <summary>The versions in which a group is served, the API server's favourite first; empty when it is not served.</summary>
    Task<IReadOnlyList<string>> GetGroupVersionsAsync(string group, CancellationToken cancellationToken);

    /// <summary>A container's log as text in UTF-8.</summary>
    Task<Stream> ReadLogAsync(ObjectName pod, PodLogScope scope, CancellationToken cancellationToken);

    /// <summary>A connection to a port of a pod, made from inside the pod to its loopback address.</summary>
    Task<Stream> PortForwardAsync(ObjectName pod, Port port, CancellationToken cancellationToken);
}
