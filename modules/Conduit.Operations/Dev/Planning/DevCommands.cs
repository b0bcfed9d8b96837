using System.Collections.Immutable;

namespace Conduit.Operations.Dev.Planning;

/// <summary>How containers are built and run on this machine: by annotation of the pod template, or by the user's word.</summary>
internal sealed class DevCommands(ImmutableDictionary<string, string> chosen)
{
    public const string CommandAnnotation = "dev.conduit.io/command";
    public const string BuildAnnotation = "dev.conduit.io/build";

    private readonly HashSet<string> _unused = [.. chosen.Keys];

    /// <summary>Null when nothing says how to run it.</summary>
    public string? CommandOf(DevWorkload workload, DevContainer container)
    {
        var byContainer = $"{workload.Name}/{container.Name}";
        var key = chosen.ContainsKey(byContainer) ? byContainer : workload.Containers.Count == 1 ? workload.Name : "";
        _unused.Remove(key);
        return chosen.GetValueOrDefault(key) ?? Annotation(workload, container, CommandAnnotation);
    }

    public static IEnumerable<BuildPlan> BuildsOf(DevWorkload workload) => workload.Containers
        .Select(container => Annotation(workload, container, BuildAnnotation))
        .Append(workload.Annotations.GetValueOrDefault(BuildAnnotation))
        .Where(command => !string.IsNullOrWhiteSpace(command))
        .Select(command => new BuildPlan(command!, workload.Source.Folder));

    /// <summary>A fault for what was chosen for no container.</summary>
    public void ReportUnused(PlanNotes notes)
    {
        foreach (var name in _unused.Order(StringComparer.Ordinal))
        {
            notes.Problem($"--command {name}=…: the manifest has no workload or workload/container of that name that it could be for");
        }
    }

    public static string HowToName(DevWorkload workload, DevContainer container) => workload.Containers.Count == 1
        ? $"annotate its pod template with {CommandAnnotation}, or give --command {workload.Name}=…"
        : $"annotate its pod template with {CommandAnnotation}.{container.Name}, or give --command {workload.Name}/{container.Name}=…";

    // Without a container's name an annotation is clear only where the pod has one container.
    private static string? Annotation(DevWorkload workload, DevContainer container, string name)
    {
        var found = workload.Annotations.GetValueOrDefault($"{name}.{container.Name}")
            ?? (workload.Containers.Count == 1 ? workload.Annotations.GetValueOrDefault(name) : null);
        return string.IsNullOrWhiteSpace(found) ? null : found.Trim();
    }
}
