using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>Tells what inject wrote from what the user did. Annotations that steer us are the user's.</summary>
internal static class OwnParts
{
    public static bool IsAnnotation(YamlEntry entry) =>
        entry.Key is MeshNames.CreatedByAnnotation or MeshNames.ProxyVersionAnnotation or MeshNames.ReplacedAnnotation || IsAboutContainer(entry);

    public static bool IsLabel(YamlEntry entry) =>
        entry.Key == MeshNames.ControlPlaneLabel || entry.Key.StartsWith(MeshNames.WorkloadLabelPrefix, StringComparison.Ordinal);

    public static bool IsContainer(YamlNode item) => PodContainers.NameOf(item) is MeshNames.ProxyContainer or MeshNames.InitContainer;

    public static bool AreIn(PodTemplate template) =>
        HasField(template.Annotations, IsAnnotation)
        || HasField(template.Labels, IsLabel)
        || HasItem(template.Containers.Init)
        || HasItem(template.Containers.App);

    // Older API servers repeat a container's security context in annotations such as container.seccomp.security.alpha.kubernetes.io/conduit-proxy.
    private static bool IsAboutContainer(YamlEntry entry) =>
        entry.Key.StartsWith("container.", StringComparison.Ordinal)
        && entry.Key[(entry.Key.IndexOf('/', StringComparison.Ordinal) + 1)..] is (MeshNames.ProxyContainer or MeshNames.InitContainer);

    public static bool HasField(NodePath? mapping, Func<YamlEntry, bool> isOwn) => mapping?.Node is YamlMapping found && found.Entries.Any(isOwn);

    public static bool HasItem(NodePath? list) => list?.Node is YamlSequence found && found.Items.Any(IsContainer);
}
