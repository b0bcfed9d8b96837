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
    public string Name { get; init; } = "";

    public LabelSelector Labels { get; init; } = LabelSelector.Everything;

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
        && (Name.Length == 0 || Name == name);
}
