using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;

namespace Conduit.Controller.Destinations;

/// <summary>The messages that bring a proxy from one view of a destination to the next.</summary>
internal static class DestinationUpdates
{
    /// <summary>Every endpoint weighs the same; the proxies balance by latency.</summary>
    private const uint Weight = 1;

    /// <summary>What to send a proxy that has <paramref name="known"/>, or nothing yet; empty when it knows all.</summary>
    public static IEnumerable<Update> Between(DestinationView? known, DestinationView now)
    {
        if (ReferenceEquals(known, now))
        {
            return [];
        }

        if (now.Addresses.IsEmpty)
        {
            // Which of the two kinds of nothing it is may change alone.
            return known is { Addresses.IsEmpty: true } && known.Exists == now.Exists
                ? []
                : [new Update { NoEndpoints = new NoEndpoints { Exists = now.Exists } }];
        }

        return Differences(known ?? new DestinationView(), now);
    }

    private static IEnumerable<Update> Differences(DestinationView known, DestinationView now)
    {
        var relabelled = !known.SetLabels.Equals(now.SetLabels);
        var added = now.Addresses.Where(address => relabelled || !Equals(known.Addresses.GetValueOrDefault(address.Key), address.Value)).ToList();
        var removed = known.Addresses.Keys.Where(address => !now.Addresses.ContainsKey(address)).ToList();

        // Added first, so that a proxy is never without an endpoint while one takes over from another.
        if (added.Count > 0)
        {
            yield return new Update { Add = Set(added, now.SetLabels) };
        }

        if (removed.Count > 0)
        {
            yield return new Update { Remove = new AddrSet { Addrs = { InOrder(removed).Select(address => address.ToWire()) } } };
        }
    }

    private static WeightedAddrSet Set(IEnumerable<KeyValuePair<IPEndPoint, LabelSet>> addresses, LabelSet labels)
    {
        var byAddress = addresses.ToDictionary();
        var set = new WeightedAddrSet { Addrs = { InOrder(byAddress.Keys).Select(address => Address(address, byAddress[address])) } };
        labels.CopyTo(set.MetricLabels);
        return set;
    }

    private static WeightedAddr Address(IPEndPoint address, LabelSet labels)
    {
        var weighted = new WeightedAddr { Addr = address.ToWire(), Weight = Weight };
        labels.CopyTo(weighted.MetricLabels);
        return weighted;
    }

    private static IOrderedEnumerable<IPEndPoint> InOrder(IEnumerable<IPEndPoint> addresses) =>
        addresses.OrderBy(address => address.ToString(), StringComparer.Ordinal);
}
