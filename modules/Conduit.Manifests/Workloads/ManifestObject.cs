using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Workloads;

/// <summary>One Kubernetes object of an input, of whatever kind.</summary>
internal sealed record ManifestObject(NodePath Root)
{
    public YamlMapping Mapping => (YamlMapping)Root.Node;

    /// <summary>The kind as written; empty when there is none.</summary>
    public string Kind => Mapping.Text("kind") ?? "";

    /// <summary>The group in <c>apiVersion</c>, empty for the core group; null when there is no apiVersion.</summary>
    public string? ApiGroup => Mapping.Text("apiVersion") is { } version
        ? version[..Math.Max(0, version.IndexOf('/', StringComparison.Ordinal))]
        : null;

    public string Name => Metadata?.Text("name") ?? "";

    /// <summary>The name, or what the API server will begin it with.</summary>
    public string ShownName => Name.Length > 0 ? Name : Metadata?.Text("generateName") ?? "";

    /// <summary>The namespace as written; empty when there is none.</summary>
    public string Namespace => Metadata?.Text("namespace") ?? "";

    /// <summary>The maps outside of the pod template that may hold labels of the pods.</summary>
    public IEnumerable<NodePath> CopiedLabels => new[] { Root.Descend("metadata", "labels"), Root.Descend("spec", "selector") }.OfType<NodePath>();

    public YamlMapping? Metadata => Mapping.Lookup("metadata") as YamlMapping;
}
