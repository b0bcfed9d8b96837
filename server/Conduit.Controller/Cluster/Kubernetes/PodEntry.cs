using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>What is kept of a pod: all but its topmost owner, which other objects tell. As long as nothing changes it shows the same object.</summary>
internal sealed class PodEntry(Pod pod, OwnerName? owner)
{
    private Pod _shown = pod;

    public OwnerName? Owner => owner;

    /// <summary>The pod, with the owner that it was shown with last.</summary>
    public Pod Pod => _shown;

    public Pod ShowWith(Workload? top) => _shown.Owner == top ? _shown : _shown = _shown with { Owner = top };
}
