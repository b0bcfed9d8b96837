using System.Collections.Immutable;
using Conduit.Controller.Cluster;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.Selection;

/// <summary>Pods by what they belong to: a workload, a namespace, or themselves.</summary>
internal sealed record PodSelector
{
    public required ResourceKind Kind { get; init; }

    /// <summary>Empty for all namespaces.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Empty for all names.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    public LabelSelector Labels { get; init; } = LabelSelector.Everything;

    /// <summary>
    /// The names that a user's <paramref name="name"/> stands for: itself or, where no such workload is but a service, the workloads
    /// behind that.
    /// </summary>
    public static ImmutableArray<string> NamesFor(ClusterSnapshot cluster, ResourceKind kind, string @namespace, string name)
    {
        if (name.Length == 0)
        {
            return [];
        }

        var owners = cluster.State.Workloads.Any(workload => workload.Namespace == @namespace && workload.Kind == kind && workload.Name == name)
            ? []
            : cluster.OwnersBehind(new ServiceName(@namespace, name)).Where(owner => owner.Kind == kind).Select(owner => owner.Name).ToImmutableArray();

        return owners.IsEmpty ? [name] : owners;
    }

    public bool Matches(Pod pod) => RowOf(pod) is not null;

    /// <summary>What of this selector's kind the pod belongs to; null when it is not selected.</summary>
    public ResourceName? RowOf(Pod pod)
    {
        var row = Kind switch
        {
            ResourceKind.Pod => new ResourceName(pod.Namespace, Kind, pod.Name),
            ResourceKind.Namespace => new ResourceName("", Kind, pod.Namespace),
            _ when pod.Owner is { } owner && owner.Kind == Kind => new ResourceName(pod.Namespace, Kind, owner.Name),
            _ => (ResourceName?)null,
        };

        return row is { } found && MatchesName(pod.Namespace, found.Name) && Labels.Matches(pod.Labels) ? found : null;
    }

    public bool MatchesName(string @namespace, string name) =>
        (Namespace.Length == 0 || Kind == ResourceKind.Namespace || Namespace == @namespace)
        && (Names.IsEmpty || Names.Contains(name));
}
