using System.Collections.Immutable;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Watching;

/// <summary>
/// What is worth keeping of objects, by their names. Any number of readers see one whole picture each time they look.
/// </summary>
/// <param name="keep">Makes the kept part of an object, which the object itself does not outlive.</param>
/// <param name="changed">Called, on the writer's loop, after what is kept changed, and when changes stop or go on.</param>
public sealed class ResourceStore<T, TKept>(Func<T, TKept> keep, Action changed) : WatchState, IResourceStore<T>
    where T : IKubernetesObject
{
    private volatile ImmutableDictionary<ObjectName, TKept>? _items;

    public override bool HasSynced => _items is not null;

    public IReadOnlyDictionary<ObjectName, TKept> Items => _items ?? ImmutableDictionary<ObjectName, TKept>.Empty;

    public void Replace(KubernetesList<T> list)
    {
        _items = list.Items.ToImmutableDictionary(item => ObjectName.Of(item), keep);
        changed();
    }

    public void Apply(WatchEvent<T> change)
    {
        var name = ObjectName.Of(change.Value);
        var items = _items ?? ImmutableDictionary<ObjectName, TKept>.Empty;

        // An immutable dictionary gives itself where an equal value is set, so most changes of an object's status end here.
        var next = change.Type == WatchEventType.Deleted ? items.Remove(name) : items.SetItem(name, keep(change.Value));

        if (!ReferenceEquals(items, next))
        {
            _items = next;
            changed();
        }
    }

    public void Interrupt(string fault)
    {
        Fault = fault;
        changed();
    }

    public void Resume()
    {
        Fault = null;
        changed();
    }
}
