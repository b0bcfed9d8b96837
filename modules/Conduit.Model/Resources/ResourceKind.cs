namespace Conduit.Model.Resources;

/// <summary>Kinds of things that have traffic, or group those that have. The order is that of tables.</summary>
public enum ResourceKind
{
    Deployment,
    ReplicationController,
    StatefulSet,
    DaemonSet,
    ReplicaSet,
    Job,
    CronJob,
    Pod,
    Service,
    Authority,
    Namespace,
}
