using System.Collections.Immutable;
using Conduit.Model.Resources;

namespace Conduit.Manifests.Workloads;

/// <summary>A kind of object that makes pods, or is one.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Groups">The API groups that have had it; other groups use the same names for other things.</param>
/// <param name="TemplatePath">The keys from the object to what holds the pod's metadata and spec.</param>
/// <param name="LabelSuffix">The end of the label that names the workload; null for a pod, which is its own.</param>
internal sealed record WorkloadKind(ResourceKind Kind, ImmutableArray<string> Groups, ImmutableArray<string> TemplatePath, string? LabelSuffix)
{
    private static readonly ImmutableArray<string> Apps = ["apps", "extensions"];
    private static readonly ImmutableArray<string> Core = [""];
    private static readonly ImmutableArray<string> Batch = ["batch"];
    private static readonly ImmutableArray<string> Template = ["spec", "template"];

    public static ImmutableArray<WorkloadKind> All { get; } =
    [
        new(ResourceKind.Deployment, Apps, Template, "deployment"),
        new(ResourceKind.ReplicationController, Core, Template, "replication-controller"),
        new(ResourceKind.ReplicaSet, Apps, Template, "replica-set"),
        new(ResourceKind.StatefulSet, Apps, Template, "stateful-set"),
        new(ResourceKind.DaemonSet, Apps, Template, "daemon-set"),
        new(ResourceKind.Job, Batch, Template, "job"),
        new(ResourceKind.CronJob, Batch, ["spec", "jobTemplate", "spec", "template"], "cron-job"),
        new(ResourceKind.Pod, Core, [], null),
    ];

    /// <summary>True when the API server gives the object its pods' labels, and a selector of them, where it has none of its own.</summary>
    public bool CopiesLabels => Kind is ResourceKind.Job or ResourceKind.ReplicationController;

    /// <summary>True when its pods are to end by themselves.</summary>
    public bool Completes => Kind is ResourceKind.Job or ResourceKind.CronJob;

    public static WorkloadKind? Of(string kind, string? apiGroup) =>
        All.FirstOrDefault(known => known.Kind.ToString() == kind && (apiGroup is null || known.Groups.Contains(apiGroup)));
}
