using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Watching;

namespace Conduit.Kubernetes.Tests.Watching;

public sealed class ResourceStoreTests
{
    private readonly ResourceStore<V1Pod, string?> _store;
    private int _changes;

    public ResourceStoreTests()
    {
        _store = new ResourceStore<V1Pod, string?>(pod => pod.Status?.PodIP, changed: () => _changes++);
    }

    [Fact]
    public void Only_changes_of_what_is_kept_are_changes()
    {
        _store.Replace(new KubernetesList<V1Pod>([Pod("10.0.0.1", "Pending")], "1"));
        _store.Apply(new WatchEvent<V1Pod>(WatchEventType.Modified, Pod("10.0.0.1", "Running")));
        Assert.Equal(1, _changes);

        _store.Apply(new WatchEvent<V1Pod>(WatchEventType.Modified, Pod("10.0.0.2", "Running")));
        _store.Apply(new WatchEvent<V1Pod>(WatchEventType.Deleted, Pod("10.0.0.2", "Running")));
        _store.Apply(new WatchEvent<V1Pod>(WatchEventType.Deleted, Pod("10.0.0.2", "Running")));

        Assert.Equal(3, _changes);
        Assert.Empty(_store.Items);
    }

    [Fact]
    public void An_interruption_and_its_end_are_told()
    {
        _store.Interrupt("it is gone");
        Assert.Equal(("it is gone", 1), (_store.Fault, _changes));

        _store.Resume();
        Assert.Equal((null, 2), (_store.Fault, _changes));
    }

    private static V1Pod Pod(string ip, string phase) => new()
    {
        Metadata = new V1ObjectMeta { Name = "a", NamespaceProperty = "shop" },
        Status = new V1PodStatus { PodIP = ip, Phase = phase },
    };
}
