using Conduit.Kubernetes.Models;

namespace Conduit.Operations.Clusters;

/// <summary>Whether a pod is ready, and why not.</summary>
internal static class PodReadiness
{
    public static bool IsReady(V1Pod pod) => Condition(pod, "Ready") is { Status: "True" };

    /// <summary>The first thing that stands in the way, such as <c>container controller: ImagePullBackOff (no such image)</c>.</summary>
    public static string Explain(V1Pod pod)
    {
        var statuses = (pod.Status?.InitContainerStatuses ?? []).Concat(pod.Status?.ContainerStatuses ?? []);

        return statuses.Where(status => status.Ready != true).Select(ExplainContainer).OfType<string>().FirstOrDefault()
            ?? Unscheduled(pod)
            ?? pod.Status?.Message
            ?? pod.Status?.Reason
            ?? $"it is {pod.Status?.Phase ?? "unknown"}";
    }

    private static string? ExplainContainer(V1ContainerStatus status) => status switch
    {
        { State.Waiting: { Reason: { } reason } waiting } => $"container {status.Name}: {Join(reason, waiting.Message ?? Ending(status.LastState))}",
        { State.Terminated: { ExitCode: not 0 } ended } => $"container {status.Name}: {Join(ended.Reason ?? "Error", $"exit code {ended.ExitCode}")}",
        { State.Running: not null } => $"container {status.Name} does not answer its probe yet",
        _ => null,
    };

    private static string? Ending(V1ContainerState? last) => last?.Terminated is { } ended ? $"exit code {ended.ExitCode}" : null;

    private static string Join(string reason, string? detail) => detail is null ? reason : $"{reason} ({detail.TrimEnd('.')})";

    private static string? Unscheduled(V1Pod pod) =>
        Condition(pod, "PodScheduled") is { Status: "False" } condition ? (condition.Message ?? condition.Reason)?.TrimEnd('.') : null;

    private static V1PodCondition? Condition(V1Pod pod, string type) => pod.Status?.Conditions?.FirstOrDefault(condition => condition.Type == type);
}
