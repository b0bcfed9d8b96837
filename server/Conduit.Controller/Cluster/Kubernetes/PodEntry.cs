using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>What is kept of a pod: all but its topmost owner, which other objects tell. As long as nothing changes it shows the same object.</summary>
/// <param name="pod">The pod, without its topmost owner.</param>
/// <param name="owner">What manages it.</param>
/// <param name="well">See <see cref="Well"/>.</param>
internal sealed class PodEntry(Pod pod, OwnerName? owner, bool well = false)
{
    private Pod _shown = pod;

    public OwnerName? Owner => owner;

    /// <summary>
    /// Whether all its containers were ready when its node was heard last, and nothing deletes it. Where Kubernetes does not call
    /// such a pod ready, it does not hear the node.
    /// </summary>
    public bool Well => well;

    /// <summary>The pod, with the owner that it was shown with last.</summary>
    public Pod Pod => _shown;

    public Pod ShowWith(Workload? top) => _shown.Owner == top ? _shown : _shown = _shown with { Owner = top };
}
