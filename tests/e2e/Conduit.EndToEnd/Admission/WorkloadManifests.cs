using Conduit.EndToEnd.Commands;

namespace Conduit.EndToEnd.Admission;

/// <summary>The smallest manifest of each kind that inject knows.</summary>
internal static class WorkloadManifests
{
    private const string PodSpec = """{"containers": [{"name": "app", "image": "app:1"}]}""";
    private const string EndingPodSpec = """{"restartPolicy": "Never", "containers": [{"name": "app", "image": "app:1"}]}""";
    private const string Template = $$"""{"metadata": {"labels": {"app": "app"} }, "spec": {{PodSpec}} }""";
    private const string Selected = $$"""{"selector": {"matchLabels": {"app": "app"} }, "template": {{Template}} }""";
    private const string EndingTemplate = $$"""{"spec": {{EndingPodSpec}} }""";

    public static IEnumerable<string> Kinds =>
        ["Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "ReplicationController", "Job", "CronJob", "Pod", "List"];

    public static async Task<string> OfAsync(string kind, string space) => kind switch
    {
        "Pod" => Manifest("v1", kind, space, PodSpec),
        "ReplicationController" => Manifest("v1", kind, space, $$"""{"selector": {"app": "app"}, "template": {{Template}} }"""),
        "Job" => Manifest("batch/v1", kind, space, $$"""{"template": {{EndingTemplate}} }"""),
        "CronJob" => Manifest(await CronJobVersionAsync(), kind, space, $$"""{"schedule": "0 0 * * *", "jobTemplate": {"spec": {"template": {{EndingTemplate}} } } }"""),
        "StatefulSet" => Manifest("apps/v1", kind, space, Selected.Insert(1, "\"serviceName\": \"app\", ")),
        "List" => $$"""{"apiVersion": "v1", "kind": "List", "items": [{{await OfAsync("Deployment", space)}}, {{await OfAsync("Pod", space)}}]}""",
        _ => Manifest("apps/v1", kind, space, Selected),
    };

    private static string Manifest(string version, string kind, string space, string spec) =>
        $$"""{"apiVersion": "{{version}}", "kind": "{{kind}}", "metadata": {"name": "app", "namespace": "{{space}}"}, "spec": {{spec}} }""";

    private static async Task<string> CronJobVersionAsync() =>
        (await Shell.KubectlAsync("api-versions")).Printed.Split('\n').Contains("batch/v1beta1") ? "batch/v1beta1" : "batch/v1";
}
