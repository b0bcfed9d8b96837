using Conduit.Model.Resources;
using Conduit.Operations.Resources;
using Conduit.Protocol.Public;
using WireRow = Conduit.Protocol.Public.StatRow;

namespace Conduit.Operations.Stat;

/// <summary>From the API's rows to ours.</summary>
internal static class StatMapping
{
    /// <summary>Null for a row of a kind that this version does not know.</summary>
    public static StatRow? ToRow(WireRow row, TimeSpan window)
    {
        if (row.Resource?.ToResourceName() is not { } resource)
        {
            return null;
        }

        var hasPods = resource.Kind != ResourceKind.Authority;

        return new StatRow
        {
            Namespace = resource.Namespace,
            Kind = resource.Kind,
            Name = resource.Name,
            MeshedPods = hasPods ? (int)row.MeshedPodCount : null,
            RunningPods = hasPods ? (int)row.RunningPodCount : null,
            FailedPods = (int)row.FailedPodCount,
            Faults =
            [
                .. from pod in row.ErrorsByPod
                   orderby pod.Key
                   from error in pod.Value.Errors
                   select new PodFault(pod.Key, error.Container.Reason, error.Container.Message),
            ],
            Window = window,
            Traffic = row.Stats is { } stats ? ToTraffic(stats, window) : null,
        };
    }

    /// <summary>Null where there was none.</summary>
    public static StatTraffic? ToTraffic(BasicStats stats, TimeSpan window)
    {
        double total = stats.SuccessCount + stats.FailureCount;

        return total == 0 ? null : new StatTraffic
        {
            SuccessCount = (long)stats.SuccessCount,
            FailureCount = (long)stats.FailureCount,
            TlsCount = (long)stats.TlsRequestCount,
            SuccessRate = stats.SuccessCount / total,
            Rps = total / window.TotalSeconds,
            TlsShare = stats.TlsRequestCount / total,
            LatencyP50 = TimeSpan.FromMicroseconds(stats.LatencyUsP50),
            LatencyP95 = TimeSpan.FromMicroseconds(stats.LatencyUsP95),
            LatencyP99 = TimeSpan.FromMicroseconds(stats.LatencyUsP99),
        };
    }
}
