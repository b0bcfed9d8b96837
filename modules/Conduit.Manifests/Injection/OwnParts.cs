using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>Tells what inject wrote from what the user did. Annotations that steer us are the user's.</summary>
internal static class OwnParts
{
    public static bool IsAnnotation(YamlEntry entry) =>
        entry.Key is MeshNames.CreatedByAnnotation or MeshNames.ProxyVersionAnnotation or MeshNames.ReplacedAnnotation;

    public static bool IsLabel(YamlEntry entry) =>
        entry.Key == MeshNames.ControlPlaneLabel || entry.Key.StartsWith(MeshNames.WorkloadLabelPrefix, StringComparison.Ordinal);

    public static bool IsContainer(YamlNode item) => PodContainers.NameOf(item) is MeshNames.ProxyContainer or MeshNames.InitContainer;

    public static bool AreIn(PodTemplate template) =>
        HasField(template.Annotations, IsAnnotation)
        || HasField(template.Labels, IsLabel)
        || HasItem(template.Containers.Init)
        || HasItem(template.Containers.App);

    public static bool HasField(NodePath? mapping, Func<YamlEntry, bool> isOwn) => mapping?.Node is YamlMapping { Entries: var entries } && entries.Any(isOwn);

    public static bool HasItem(NodePath? list) => list?.Node is YamlSequence { Items: var items } && items.Any(IsContainer);
}
