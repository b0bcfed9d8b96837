using Conduit.Kubernetes.Client;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Finds the topmost owners of pods.</summary>
internal sealed class OwnerTree(ClusterObjects objects)
{
    private const string TemplateHashLabel = "pod-template-hash";

    // Kubernetes does not forbid objects to own each other in a circle.
    private const int Height = 4;

    private readonly Dictionary<ResourceKind, IReadOnlyDictionary<ObjectName, OwnerName?>> _workloads = objects.Workloads.ToDictionary();
    private readonly Dictionary<(string Namespace, OwnerName Name), Workload> _found = [];

    /// <summary>Workloads that nothing else owns.</summary>
    public IEnumerable<Workload> Tops() =>
        from kind in _workloads
        from item in kind.Value
        where item.Value is null
        select WorkloadOf(item.Key.Namespace ?? "", new OwnerName(kind.Key, item.Key.Name));

    /// <summary>Null for a bare pod.</summary>
    public Workload? TopOf(PodEntry pod)
    {
        if (pod.Owner is not { } owner)
        {
            return null;
        }

        for (var level = 0; level < Height && Above(owner, pod.Pod) is { } above; level++)
        {
            owner = above;
        }

        return WorkloadOf(pod.Pod.Namespace, owner);
    }

    private OwnerName? Above(OwnerName owner, Pod pod)
    {
        if (_workloads.TryGetValue(owner.Kind, out var known) && known.TryGetValue(new ObjectName(pod.Namespace, owner.Name), out var above))
        {
            return above;
        }

        // The watches of pods and of ReplicaSets do not keep step, so a pod may be seen first. It tells enough by itself.
        return owner.Kind == ResourceKind.ReplicaSet
            && pod.Labels.TryGetValue(TemplateHashLabel, out var hash)
            && owner.Name.EndsWith($"-{hash}", StringComparison.Ordinal)
                ? new OwnerName(ResourceKind.Deployment, owner.Name[..^(hash.Length + 1)])
                : null;
    }

    private Workload WorkloadOf(string @namespace, OwnerName name)
    {
        if (!_found.TryGetValue((@namespace, name), out var workload))
        {
            _found[(@namespace, name)] = workload = new Workload { Namespace = @namespace, Kind = name.Kind, Name = name.Name };
        }

        return workload;
    }
}
