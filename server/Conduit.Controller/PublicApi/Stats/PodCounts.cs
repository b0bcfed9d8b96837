using Conduit.Model.Cluster;
using Conduit.Protocol.Public;
using Pod = Conduit.Model.Cluster.Pod;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>How the pods of one row are.</summary>
internal sealed class PodCounts
{
    private readonly SortedDictionary<string, PodErrors> _errors = new(StringComparer.Ordinal);

    public ulong Meshed { get; private set; }

    /// <summary>Pods that did not end, whether they are up already or not.</summary>
    public ulong Running { get; private set; }

    public ulong Failed { get; private set; }

    /// <summary>Why pods are not running, by their names.</summary>
    public IReadOnlyDictionary<string, PodErrors> Errors => _errors;

    public void Add(Pod pod)
    {
        if (pod.Phase == PodPhase.Failed)
        {
            Failed++;
        }
        else if (pod.Phase != PodPhase.Succeeded)
        {
            Running++;
            Meshed += pod.Meshed ? 1UL : 0;
        }

        if (pod.Message.Length > 0)
        {
            var error = new PodError.Types.ContainerError { Reason = pod.Status, Message = pod.Message };
            _errors[pod.Name] = new PodErrors { Errors = { new PodError { Container = error } } };
        }
    }
}
