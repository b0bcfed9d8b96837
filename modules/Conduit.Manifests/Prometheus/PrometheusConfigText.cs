using System.Collections.Immutable;
using Conduit.Manifests.Content;
using Conduit.Manifests.Install;
using Conduit.Manifests.Workloads;
using Conduit.Model.Resources;

namespace Conduit.Manifests.Prometheus;

/// <summary>
/// What a Prometheus needs to know to read a mesh's metrics: every 10 seconds, with the pod's namespace, name and workload as labels
/// (<c>namespace</c>, <c>pod</c>, and <c>deployment</c>, <c>stateful_set</c>, … or <c>k8s_job</c>), which is what the controller's
/// own questions rely on.
/// </summary>
public static class PrometheusConfigText
{
    public const string ControllerJob = "conduit-controller";
    public const string ProxyJob = "conduit-proxy";

    // Prometheus has a label of its own named job.
    private static readonly ResourceKind[] Renamed = [ResourceKind.Job, ResourceKind.CronJob];

    /// <summary>For a Prometheus that runs in the cluster: finds the pods of one control plane's mesh by their labels.</summary>
    public static string OfCluster(string controlPlaneNamespace) => Text(ContentList.Of(
        PodJob(
            ControllerJob,
            Keep(Meta("namespace"), controlPlaneNamespace),
            Keep(PodLabel(MeshNames.ComponentLabel), ControlPlane.Component),
            Keep(Meta("pod_container_port_name"), ControlPlane.AdminPortName),
            Copy(Meta("pod_container_name"), "component")),
        PodJob(
            ProxyJob,
            [
                Keep(PodLabel(MeshNames.ControlPlaneLabel), controlPlaneNamespace),
                Keep(Meta("pod_container_name"), MeshNames.ProxyContainer),
                Keep(Meta("pod_container_port_name"), MeshNames.MetricsPortName),
                Copy(Meta("namespace"), "namespace"),
                Copy(Meta("pod_name"), "pod"),
                .. Renamed.Select(kind => Copy(WorkloadLabel(kind), LabelOf(kind)!)),
                MapWorkloads(),
            ])));

    /// <summary>For programs at fixed addresses, such as those of a dev mesh.</summary>
    public static string OfTargets(IEnumerable<PrometheusTarget> targets) => Text(new ContentList(
    [
        .. targets.GroupBy(target => target.Job).Select(job => ContentMap.Of(
            ("job_name", job.Key),
            ("static_configs", new ContentList([.. job.Select(Static)])))),
    ]));

    /// <summary>The label that names a workload of this kind; null for kinds that make no pods.</summary>
    public static string? LabelOf(ResourceKind kind) =>
        WorkloadKind.All.FirstOrDefault(known => known.Kind == kind)?.LabelSuffix is not { } suffix ? null
            : Renamed.Contains(kind) ? "k8s_" + Sanitized(suffix)
            : Sanitized(suffix);

    private static string Text(ContentList jobs) => string.Concat(
        BlockText.Lines(
            ContentMap.Of(
                ("global", ContentMap.Of(("scrape_interval", "10s"), ("scrape_timeout", "10s"), ("evaluation_interval", "10s"))),
                ("scrape_configs", jobs)),
            BlockStyle.Default).Select(line => line + "\n"));

    private static ContentMap PodJob(string name, params ContentNode[] relabeling) => ContentMap.Of(
        ("job_name", name),
        ("kubernetes_sd_configs", ContentList.Of(ContentMap.Of(("role", "pod")))),
        ("relabel_configs", new ContentList([.. relabeling])));

    private static ContentMap Static(PrometheusTarget target) => ContentMap.Of(
        ("targets", ContentList.Of(target.Address)),
        ("labels", ContentMap.Of([.. target.Labels.Select(label => (label.Key, (ContentNode?)label.Value))])));

    private static ContentMap Keep(string label, string value) => ContentMap.Of(
        ("source_labels", ContentList.Of(label)),
        ("regex", value),
        ("action", "keep"));

    private static ContentMap Copy(string label, string target) => ContentMap.Of(
        ("source_labels", ContentList.Of(label)),
        ("target_label", target));

    private static ContentMap MapWorkloads()
    {
        var kinds = WorkloadKind.All.Select(kind => kind.Kind).Except(Renamed).Select(LabelOf).OfType<string>();
        return ContentMap.Of(("regex", $"{PodLabel(MeshNames.WorkloadLabelPrefix)}({string.Join('|', kinds)})"), ("action", "labelmap"));
    }

    private static string WorkloadLabel(ResourceKind kind) =>
        PodLabel(MeshNames.WorkloadLabelPrefix + WorkloadKind.All.Single(known => known.Kind == kind).LabelSuffix);

    private static string Meta(string name) => "__meta_kubernetes_" + name;

    private static string PodLabel(string key) => Meta("pod_label_") + Sanitized(key);

    // As Prometheus does with what is no letter, digit or underscore.
    private static string Sanitized(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
}
