using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>What is kept of a pod: all but its topmost owner, which other objects tell.</summary>
internal sealed record PodEntry(Pod Pod, OwnerName? Owner);
