using System.Globalization;
using Conduit.Kubernetes.Models;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>How a pod is, in one word and, when it does not run, in a sentence.</summary>
/// <param name="Reason">The word that kubectl shows, such as <c>Running</c> or <c>Init:ImagePullBackOff</c>.</param>
/// <param name="Message">Empty when nothing is wrong, or nobody said what.</param>
internal readonly record struct PodCondition(string Reason, string Message)
{
    private const string Always = "Always";

    // What every container passes through on its way is no fault.
    private static bool IsStarting(string reason) => reason is "ContainerCreating" or "PodInitializing";

    public static PodCondition Of(V1Pod pod)
    {
        if (pod.Metadata?.DeletionTimestamp is not null)
        {
            return new PodCondition(pod.Status?.Reason == "NodeLost" ? "Unknown" : "Terminating", "");
        }

        return OfInitContainers(pod) ?? OfContainers(pod) ?? OfPod(pod);
    }

    private static PodCondition OfPod(V1Pod pod)
    {
        var unscheduled = pod.Status?.Conditions?.FirstOrDefault(item => item is { Type: "PodScheduled", Status: "False" });
        return new PodCondition(pod.Status?.Reason ?? pod.Status?.Phase ?? "Unknown", pod.Status?.Message ?? unscheduled?.Message ?? "");
    }

    private static PodCondition? OfInitContainers(V1Pod pod)
    {
        var containers = pod.Spec?.InitContainers ?? [];
        var statuses = pod.Status?.InitContainerStatuses ?? [];

        for (var index = 0; index < statuses.Count; index++)
        {
            var sidecar = containers.FirstOrDefault(container => container.Name == statuses[index].Name)?.RestartPolicy == Always;
            var done = statuses[index].State?.Terminated is { ExitCode: 0 } || (sidecar && statuses[index].State?.Running is not null);

            if (!done)
            {
                return Fault(statuses[index]) is { } fault
                    ? fault with { Reason = $"Init:{fault.Reason}" }
                    : new PodCondition(string.Create(CultureInfo.InvariantCulture, $"Init:{index}/{containers.Count}"), "");
            }
        }

        return null;
    }

    // The last container that is not well names the pod's state, as with kubectl.
    private static PodCondition? OfContainers(V1Pod pod) =>
        (pod.Status?.ContainerStatuses ?? []).Reverse().Select(status => Fault(status) ?? Starting(status)).FirstOrDefault(found => found is not null);

    private static PodCondition? Starting(V1ContainerStatus status) =>
        status.State?.Waiting?.Reason is { Length: > 0 } reason ? new PodCondition(reason, "") : null;

    private static PodCondition? Fault(V1ContainerStatus status) => status.State switch
    {
        { Waiting: { Reason: { Length: > 0 } reason } waiting } when !IsStarting(reason) => new PodCondition(reason, Says(status, waiting.Message)),
        { Terminated: { } ended } => new PodCondition(
            ended.Reason ?? string.Create(CultureInfo.InvariantCulture, $"ExitCode:{ended.ExitCode}"),
            ended.ExitCode == 0 ? "" : Says(status, ended.Message)),
        _ => null,
    };

    private static string Says(V1ContainerStatus status, string? message) => string.IsNullOrWhiteSpace(message) ? "" : $"{status.Name}: {message.Trim()}";
}
