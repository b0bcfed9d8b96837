using Conduit.Controller.Cluster;
using Conduit.Controller.Selection;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>Counts the pods of each row that a selection has, whether or not it has traffic.</summary>
internal static class PodCensus
{
    public static Dictionary<ResourceName, PodCounts> Take(ClusterSnapshot cluster, PodSelector selector)
    {
        var rows = new Dictionary<ResourceName, PodCounts>();

        if (selector.Kind == ResourceKind.Service)
        {
            CountBehindServices(cluster, selector, rows);
            return rows;
        }

        // A workload without pods has a row too; only when pods are chosen by their labels it has nothing to show.
        if (selector.Labels.IsEverything)
        {
            AddWorkloads(cluster, selector, rows);
        }

        foreach (var pod in cluster.State.Pods.Where(pod => selector.Kind != ResourceKind.Pod || !HasEnded(pod)))
        {
            if (selector.RowOf(pod) is { } row)
            {
                CountsOf(rows, row).Add(pod);
            }
        }

        return rows;
    }

    private static bool HasEnded(Pod pod) => pod.Phase is PodPhase.Succeeded or PodPhase.Failed;

    private static void AddWorkloads(ClusterSnapshot cluster, PodSelector selector, Dictionary<ResourceName, PodCounts> rows)
    {
        foreach (var workload in cluster.State.Workloads)
        {
            var name = selector.Kind == ResourceKind.Namespace ? new ResourceName("", selector.Kind, workload.Namespace)
                : new ResourceName(workload.Namespace, workload.Kind, workload.Name);

            if (name.Kind == selector.Kind && selector.MatchesName(workload.Namespace, name.Name))
            {
                CountsOf(rows, name);
            }
        }
    }

    private static void CountBehindServices(ClusterSnapshot cluster, PodSelector selector, Dictionary<ResourceName, PodCounts> rows)
    {
        foreach (var service in cluster.State.Services.Where(service => selector.MatchesName(service.Namespace, service.Name)))
        {
            cluster.TryFindPorts(new ServiceName(service.Namespace, service.Name), out var ports);
            var pods = ports.SelectMany(port => port.Endpoints).Select(endpoint => endpoint.Pod).OfType<Pod>().Distinct();
            var counts = CountsOf(rows, new ResourceName(service.Namespace, ResourceKind.Service, service.Name));

            foreach (var pod in pods.Where(pod => selector.Labels.Matches(pod.Labels)))
            {
                counts.Add(pod);
            }
        }
    }

    private static PodCounts CountsOf(Dictionary<ResourceName, PodCounts> rows, ResourceName row)
    {
        if (!rows.TryGetValue(row, out var counts))
        {
            rows[row] = counts = new PodCounts();
        }

        return counts;
    }
}
