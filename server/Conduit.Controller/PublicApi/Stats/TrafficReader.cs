using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Controller.Selection;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;
using Conduit.Protocol.Common;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>Adds up series into the rows of one table. Without a direction asked for, a row has what it received.</summary>
/// <param name="cluster">Whose pods report.</param>
/// <param name="query">What was asked.</param>
/// <param name="rows">Which rows the table has.</param>
/// <param name="create">Makes what a row's series are added up in, when its first one is found.</param>
internal sealed class TrafficReader<TSink>(ClusterSnapshot cluster, StatQuery query, PodSelector rows, Func<TSink> create)
    where TSink : class
{
    private readonly Dictionary<ResourceName, TSink> _sinks = [];
    private readonly ProxyDirection _direction = query.IsOutbound ? ProxyDirection.Outbound : ProxyDirection.Inbound;

    // Authorities belong to the pods that report them, and those are chosen by namespace and labels alone.
    private readonly PodSelector _sources = rows.Kind == ResourceKind.Authority
        ? new PodSelector { Kind = ResourceKind.Pod, Namespace = rows.Namespace, Labels = rows.Labels }
        : rows;

    private readonly DestinationFilter _targets = new() { Kind = rows.Kind, Namespace = rows.Namespace, Name = rows.Name };

    /// <summary>What was added up for each row that has traffic.</summary>
    /// <param name="read">Goes through the series of every pod, given what names the sink of each.</param>
    public Dictionary<ResourceName, TSink> Read(Action<Func<Pod, Func<SeriesKey, TSink?>?>> read)
    {
        read(SelectorFor);
        return _sinks;
    }

    private Func<SeriesKey, TSink?>? SelectorFor(Pod pod)
    {
        if (query.From is { } from)
        {
            return from.Matches(pod) ? series => SinkOf(series, RowOfTarget(series, pod)) : null;
        }

        return _sources.RowOf(pod) is { } row ? series => SinkOf(series, RowOfSource(series, row)) : null;
    }

    private TSink? SinkOf(SeriesKey series, ResourceName? row)
    {
        // Probes are the kubelet's, not the users'.
        if (row is not { } found || series.Direction != _direction || series.Probe)
        {
            return null;
        }

        if (!_sinks.TryGetValue(found, out var sink))
        {
            _sinks[found] = sink = create();
        }

        return sink;
    }

    private ResourceName? RowOfSource(SeriesKey series, ResourceName row)
    {
        if (query.To is { } to && to.RowOf(series) is null)
        {
            return null;
        }

        if (rows.Kind != ResourceKind.Authority)
        {
            return row;
        }

        var isNamed = series.Authority.Length > 0 && (rows.Name.Length == 0 || rows.Name == series.Authority);
        return isNamed ? new ResourceName(row.Namespace, ResourceKind.Authority, series.Authority) : null;
    }

    private ResourceName? RowOfTarget(SeriesKey series, Pod source)
    {
        if (_targets.RowOf(series) is not { } row || !(rows.Labels.IsEverything || HasLabels(series)))
        {
            return null;
        }

        // What lies outside of the cluster is listed where it is called from.
        return row.Namespace.Length == 0 && row.Kind == ResourceKind.Authority ? row with { Namespace = source.Namespace } : row;
    }

    private bool HasLabels(SeriesKey series)
    {
        var name = new PodName(series.Destination.Find(PodLabels.Namespace) ?? "", series.Destination.Find(PodLabels.Pod) ?? "");
        return cluster.FindPod(name) is { } pod && rows.Labels.Matches(pod.Labels);
    }
}
