using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Workloads;

/// <summary>
/// The parts of a workload that describe its pods; a part that is null is not written. <paramref name="Root"/> holds metadata and spec: it is the
/// template, or the pod itself.
/// </summary>
internal sealed record PodTemplate(NodePath Root, NodePath? Metadata, NodePath? Annotations, NodePath? Labels, PodContainers Containers)
{
    /// <summary>Null when the object has no containers to stand beside.</summary>
    public static PodTemplate? Read(ManifestObject workload, WorkloadKind kind, ProblemLog problems)
    {
        var root = workload.Root;

        foreach (var key in kind.TemplatePath)
        {
            root = Shape.Mapping(root, key, problems);

            if (root?.Node is not YamlMapping)
            {
                return null;
            }
        }

        var metadata = Shape.Mapping(root, "metadata", problems);
        var hasMetadata = metadata?.Node is YamlMapping;
        return PodContainers.Read(root, problems) is { } containers
            ? new PodTemplate(
                root,
                metadata,
                hasMetadata ? Shape.Mapping(metadata!, "annotations", problems) : null,
                hasMetadata ? Shape.Mapping(metadata!, "labels", problems) : null,
                containers)
            : null;
    }
}
