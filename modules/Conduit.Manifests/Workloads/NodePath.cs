using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Workloads;

/// <summary>A node, aliases followed, and the way to it from its document's root.</summary>
internal sealed class NodePath
{
    private readonly YamlDocument _document;
    private readonly string? _obstacle;

    private NodePath(YamlDocument document, NodePath? parent, string name, YamlNode node, YamlEntry? entry)
    {
        _document = document;
        Parent = parent;
        Name = name;
        Node = node.Resolved;
        Entry = entry;
        _obstacle = OwnObstacle(node);
    }

    public NodePath? Parent { get; }

    /// <summary>Where it is in its object, such as <c>spec.template</c>.</summary>
    public string Name { get; }

    public YamlNode Node { get; }

    /// <summary>Where it is written in its parent; null for an element of a sequence and for what a merge key brings.</summary>
    public YamlEntry? Entry { get; }

    public bool IsDocumentRoot => Node == _document.Root;

    /// <summary>The first reason, from the root on, why the text of this node must not be edited; null when it may.</summary>
    public string? Obstacle => Parent?.Obstacle ?? _obstacle;

    public static NodePath Root(YamlDocument document) => new(document, parent: null, "", document.Root, entry: null);

    public NodePath? Child(string key)
    {
        var mapping = (YamlMapping)Node;
        var entry = mapping.Find(key);
        var node = entry?.Value ?? mapping.Lookup(key);
        return node is null ? null : new NodePath(_document, this, Name.Length == 0 ? key : $"{Name}.{key}", node, entry);
    }

    /// <summary>The child of a child; null where one of them is missing or no mapping.</summary>
    public NodePath? Descend(string outer, string inner) => Child(outer) is { Node: YamlMapping } child ? child.Child(inner) : null;

    /// <summary>The elements of a sequence, each an object of its own.</summary>
    public IEnumerable<NodePath> Elements() =>
        ((YamlSequence)Node).Items.Select(item => new NodePath(_document, this, "", item, entry: null));

    private string? OwnObstacle(YamlNode written) => written switch
    {
        YamlAlias alias => $"{Title} is the alias *{alias.Name}",
        { Anchor: { } anchor } when _document.IsShared(written) => $"{Title} is the anchor &{anchor}, which is used elsewhere too",
        YamlMapping { IsPlainlyWritten: false } => $"{Title} is written with explicit keys (?)",
        _ when Parent is { Node: YamlMapping } && Entry is null => $"{Title} comes from a merge key (<<)",
        _ => null,
    };

    private string Title => Name.Length == 0 ? "the object" : Name;
}
