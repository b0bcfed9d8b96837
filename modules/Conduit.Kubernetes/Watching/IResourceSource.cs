using Conduit.Kubernetes.Client;

namespace Conduit.Kubernetes.Watching;

/// <summary>Objects of one kind, to be listed and then followed.</summary>
public interface IResourceSource<T>
{
    /// <summary>What messages call them, such as <c>pods</c>.</summary>
    string Description { get; }

    Task<KubernetesList<T>> ListAsync(CancellationToken cancellationToken);

    /// <summary>What changed since that version; ends from time to time.</summary>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync(string resourceVersion, CancellationToken cancellationToken);
}
