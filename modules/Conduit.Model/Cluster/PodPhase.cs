namespace Conduit.Model.Cluster;

/// <summary>A pod's phase, as the Kubernetes API defines it (core/v1 PodStatus.phase).</summary>
public enum PodPhase
{
    Pending,
    Running,
    Succeeded,
    Failed,
    Unknown,
}
