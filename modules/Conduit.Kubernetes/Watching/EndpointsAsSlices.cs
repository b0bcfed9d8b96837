using System.Runtime.CompilerServices;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Watching;

/// <summary>Shows each subset of an Endpoints object as a slice of its own.</summary>
internal sealed class EndpointsAsSlices(IResourceSource<V1Endpoints> endpoints) : IResourceSource<V1EndpointSlice>
{
    private const string ServiceLabel = "kubernetes.io/service-name";

    // How many slices each object was last shown as, so that those it loses can be deleted.
    private readonly Dictionary<ObjectName, int> _shown = [];

    public string Description => endpoints.Description;

    public async Task<KubernetesList<V1EndpointSlice>> ListAsync(CancellationToken cancellationToken)
    {
        var list = await endpoints.ListAsync(cancellationToken);
        _shown.Clear();
        return new KubernetesList<V1EndpointSlice>([.. list.Items.SelectMany(Show)], list.ResourceVersion);
    }

    public async IAsyncEnumerable<WatchEvent<V1EndpointSlice>> WatchAsync(string resourceVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in endpoints.WatchAsync(resourceVersion, cancellationToken))
        {
            foreach (var slice in Convert(change))
            {
                yield return slice;
            }
        }
    }

    private IEnumerable<WatchEvent<V1EndpointSlice>> Convert(WatchEvent<V1Endpoints> change)
    {
        if (change.Type == WatchEventType.Bookmark)
        {
            return [new WatchEvent<V1EndpointSlice>(change.Type, Slice(change.Value, 0))];
        }

        var before = _shown.GetValueOrDefault(ObjectName.Of(change.Value));
        var now = change.Type == WatchEventType.Deleted ? [] : Show(change.Value);

        return
        [
            .. now.Select(slice => new WatchEvent<V1EndpointSlice>(WatchEventType.Modified, slice)),
            .. Enumerable.Range(now.Length, Math.Max(0, before - now.Length))
                .Select(index => new WatchEvent<V1EndpointSlice>(WatchEventType.Deleted, Slice(change.Value, index))),
        ];
    }

    private V1EndpointSlice[] Show(V1Endpoints value)
    {
        V1EndpointSlice[] slices = [.. (value.Subsets ?? []).Select((subset, index) => Fill(Slice(value, index), subset))];
        _shown[ObjectName.Of(value)] = slices.Length;
        return slices;
    }

    private static V1EndpointSlice Slice(V1Endpoints value, int index) => new()
    {
        Metadata = new V1ObjectMeta
        {
            Name = $"{value.Metadata?.Name}-{index}",
            NamespaceProperty = value.Metadata?.NamespaceProperty,
            ResourceVersion = value.Metadata?.ResourceVersion,
            Labels = new Dictionary<string, string> { [ServiceLabel] = value.Metadata?.Name ?? "" },
        },
    };

    private static V1EndpointSlice Fill(V1EndpointSlice slice, V1EndpointSubset subset) => slice with
    {
        Endpoints =
        [
            .. (subset.Addresses ?? []).Select(address => Endpoint(address, ready: true)),
            .. (subset.NotReadyAddresses ?? []).Select(address => Endpoint(address, ready: false)),
        ],
        Ports = subset.Ports,
    };

    private static V1Endpoint Endpoint(V1EndpointAddress address, bool ready) => new()
    {
        Addresses = address.Ip is null ? [] : [address.Ip],
        Conditions = new V1EndpointConditions { Ready = ready },
        Hostname = address.Hostname,
        NodeName = address.NodeName,
        TargetRef = address.TargetRef,
    };
}
