using System.Collections.Immutable;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Watching;

/// <summary>Objects by name. Any number of readers see one whole picture each time they look.</summary>
/// <param name="changed">Called after each change, on the writer's loop.</param>
public sealed class ResourceStore<T>(Action changed) : IResourceStore<T>
    where T : IKubernetesObject
{
    private volatile ImmutableDictionary<ObjectName, T>? _items;

    /// <summary>False until the first list came.</summary>
    public bool HasSynced => _items is not null;

    public IReadOnlyDictionary<ObjectName, T> Items => _items ?? ImmutableDictionary<ObjectName, T>.Empty;

    public void Replace(KubernetesList<T> list)
    {
        _items = list.Items.ToImmutableDictionary(item => ObjectName.Of(item));
        changed();
    }

    public void Apply(WatchEvent<T> change)
    {
        var name = ObjectName.Of(change.Value);
        var items = _items ?? ImmutableDictionary<ObjectName, T>.Empty;
        _items = change.Type == WatchEventType.Deleted ? items.Remove(name) : items.SetItem(name, change.Value);
        changed();
    }
}
