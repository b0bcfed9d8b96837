namespace Conduit.Manifests.Yaml;

/// <summary>One document of a file; <paramref name="number"/> counts from 1.</summary>
internal sealed class YamlDocument(int number, YamlNode root, IReadOnlySet<YamlNode> shared)
{
    public int Number { get; } = number;

    public YamlNode Root { get; } = root;

    /// <summary>True when an alias stands for this node too, so that an edit of it shows in two places.</summary>
    public bool IsShared(YamlNode node) => shared.Contains(node);
}
