using Conduit.Kubernetes.Models;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Operations.Dev.Planning;

/// <summary>An object that has pods.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Replicas">How many pods it asks for.</param>
/// <param name="Template">What they are.</param>
/// <param name="TemplatePath">Where in the object the template is; empty for a bare pod.</param>
internal sealed record DevWorkload(DevObject Source, ResourceKind Kind, int Replicas, V1PodTemplateSpec Template, string TemplatePath)
{
    private const string InjectedProxy = "conduit-proxy";

    private static readonly string[] NotRunHere = ["CronJob", "ReplicationController"];

    public string Name => Source.Name;

    public string Namespace => Source.Namespace;

    public IReadOnlyDictionary<string, string> Annotations => Template.Metadata?.Annotations ?? new Dictionary<string, string>();

    /// <summary>Without the proxy of a manifest that was injected: every pod gets its own here.</summary>
    public IReadOnlyList<DevContainer> Containers { get; } =
    [
        .. (Template.Spec?.Containers ?? [])
            .Select((container, index) => new DevContainer(container, $"{TemplatePath}spec.containers[{index}]"))
            .Where(container => container.Name != InjectedProxy),
    ];

    /// <summary>Null for a bare pod, which nothing owns.</summary>
    public Workload? Owner => Kind == ResourceKind.Pod
        ? null
        : new Workload { Namespace = Namespace, Kind = Kind, Name = Name, Replicas = Replicas };

    // A Job that fails again and again is of no use on a laptop: it runs once.
    public RestartPolicy Restart => (Kind, Template.Spec?.RestartPolicy) switch
    {
        (ResourceKind.Job, _) or (ResourceKind.Pod, "Never") => RestartPolicy.Never,
        (ResourceKind.Pod, "OnFailure") => RestartPolicy.OnFailure,
        _ => RestartPolicy.Always,
    };

    /// <summary>Null when the object has no pods, or none that are run here.</summary>
    public static DevWorkload? Of(DevObject source, PlanNotes notes)
    {
        switch (source.Value)
        {
            case V1Deployment deployment:
                return Of(source, ResourceKind.Deployment, deployment.Spec?.Replicas, deployment.Spec?.Template, notes);
            case V1StatefulSet set:
                return Of(source, ResourceKind.StatefulSet, set.Spec?.Replicas, set.Spec?.Template, notes);
            case V1ReplicaSet set:
                return Of(source, ResourceKind.ReplicaSet, set.Spec?.Replicas, set.Spec?.Template, notes);
            case V1DaemonSet set:
                return Of(source, ResourceKind.DaemonSet, replicas: 1, set.Spec?.Template, notes);
            case V1Job job:
                return Of(source, ResourceKind.Job, job.Spec?.Parallelism, job.Spec?.Template, notes);
            case V1Pod pod:
                return new DevWorkload(source, ResourceKind.Pod, 1, new V1PodTemplateSpec { Metadata = pod.Metadata, Spec = pod.Spec }, "");
            default:
                if (NotRunHere.Contains(source.Value.Kind))
                {
                    notes.Warn($"{source.Title}: kind {source.Value.Kind} is not run in a dev mesh");
                }

                return null;
        }
    }

    private static DevWorkload? Of(DevObject source, ResourceKind kind, int? replicas, V1PodTemplateSpec? template, PlanNotes notes)
    {
        if (template is null)
        {
            notes.Problem(source.At("spec", $"{source.Title} has no spec.template"));
            return null;
        }

        if (replicas < 0)
        {
            notes.Problem(source.At("spec.replicas", $"{source.Title} cannot have {replicas} replicas"));
            return null;
        }

        return new DevWorkload(source, kind, replicas ?? 1, template, "spec.template.");
    }
}
