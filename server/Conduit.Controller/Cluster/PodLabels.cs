using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.Cluster;

/// <summary>The labels by which metrics and taps name pods and what they belong to. On an outbound series each begins with <c>dst_</c>.</summary>
internal static class PodLabels
{
    public const string Namespace = "namespace";
    public const string Service = "service";
    public const string Pod = "pod";
    public const string PodTemplateHash = "pod_template_hash";

    private const string KubernetesPodTemplateHash = "pod-template-hash";

    /// <summary>The label that names an owner of this kind; null for kinds that own no pods.</summary>
    public static string? KeyOf(ResourceKind kind) => kind switch
    {
        ResourceKind.Deployment => "deployment",
        ResourceKind.ReplicationController => "replication_controller",
        ResourceKind.StatefulSet => "stateful_set",
        ResourceKind.DaemonSet => "daemon_set",
        ResourceKind.ReplicaSet => "replica_set",
        ResourceKind.Job => "k8s_job",
        ResourceKind.CronJob => "k8s_cron_job",
        ResourceKind.Pod => Pod,
        ResourceKind.Service => Service,
        ResourceKind.Namespace => Namespace,
        _ => null,
    };

    /// <summary>The pod's own name, its owner's, and its template's hash where it has one.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Pod pod)
    {
        yield return new(Pod, pod.Name);

        if (pod.Owner is { } owner && KeyOf(owner.Kind) is { } key)
        {
            yield return new(key, owner.Name);
        }

        if (pod.Labels.TryGetValue(KubernetesPodTemplateHash, out var hash))
        {
            yield return new(PodTemplateHash, hash);
        }
    }
}
