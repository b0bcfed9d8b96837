using System.Globalization;
using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;
using Conduit.Protocol.Common;

namespace Conduit.Controller.Prometheus;

/// <summary>What a Prometheus answered, read as the ring's series are.</summary>
internal sealed class PrometheusWindow(
    StatQuery query, ClusterSnapshot cluster, IReadOnlyList<PrometheusSample> responses, IReadOnlyList<PrometheusSample> latencies)
    : ITrafficWindow
{
    private const string DestinationPrefix = "dst_";

    private static readonly ResourceKind[] Owners = [.. Enum.GetValues<ResourceKind>().Where(kind =>
        kind is not (ResourceKind.Pod or ResourceKind.Service or ResourceKind.Namespace) && PodLabels.KeyOf(kind) is not null)];

    public TimeSpan Length => query.Window;

    public void Read(Func<Pod, Func<SeriesKey, TrafficTotals?>?> selectorFor)
    {
        foreach (var sample in responses)
        {
            var key = KeyOf(sample);
            selectorFor(PodOf(sample))?.Invoke(key)?.Add(key, (ulong)Math.Round(sample.Value));
        }

        foreach (var histogram in latencies.GroupBy(sample => new LabelSet(sample.Labels.Where(label => label.Key != "le"))))
        {
            var first = histogram.First();

            if (selectorFor(PodOf(first))?.Invoke(KeyOf(first)) is { } totals)
            {
                PrometheusHistogram.AddTo(totals.Latency, histogram.Select(sample => (BoundOf(sample), sample.Value)));
            }
        }
    }

    private static double BoundOf(PrometheusSample sample) =>
        sample["le"] == "+Inf" ? double.PositiveInfinity : double.Parse(sample["le"], CultureInfo.InvariantCulture);

    // What the question did not group by is not known here, and no row depends on it.
    private Pod PodOf(PrometheusSample sample)
    {
        var name = new PodName(sample[PodLabels.Namespace], sample[PodLabels.Pod]);
        return cluster.FindPod(name) ?? new Pod { Namespace = name.Namespace, Name = name.Name, Owner = OwnerOf(sample) };
    }

    private static Workload? OwnerOf(PrometheusSample sample)
    {
        foreach (var kind in Owners)
        {
            if (sample[PodLabels.KeyOf(kind)!] is { Length: > 0 } owner)
            {
                return new Workload { Namespace = sample[PodLabels.Namespace], Kind = kind, Name = owner };
            }
        }

        return null;
    }

    private SeriesKey KeyOf(PrometheusSample sample)
    {
        var destination = sample.Labels
            .Where(label => label.Key.StartsWith(DestinationPrefix, StringComparison.Ordinal))
            .Select(label => KeyValuePair.Create(label.Key[DestinationPrefix.Length..], label.Value));

        return new SeriesKey
        {
            Direction = query.IsOutbound ? ProxyDirection.Outbound : ProxyDirection.Inbound,
            Authority = sample["authority"],
            Destination = new LabelSet(destination),
            Tls = sample["tls"] == "true",
            Success = sample["classification"] == "success",
        };
    }
}
