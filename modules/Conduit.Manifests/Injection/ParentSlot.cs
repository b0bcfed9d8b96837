using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>A place where content goes: a parent that may be missing, empty, an alias, or have content already.</summary>
internal sealed class ParentSlot
{
    private readonly NodePath? _path;

    /// <param name="key">The parent's key.</param>
    /// <param name="outer">What has the key, or would have it.</param>
    /// <param name="path">The parent, when it is written.</param>
    public ParentSlot(string key, NodePath outer, NodePath? path)
    {
        Key = key;
        _path = path;
        Alias = path?.Entry?.Value is YamlAlias alias && path.Node is YamlMapping ? alias.Name : null;
        Obstacle = path is null || Alias is not null ? outer.Obstacle : path.Obstacle;
    }

    public string Key { get; }

    public string? Obstacle { get; }

    /// <summary>The alias of a mapping that stands in the place; it becomes the merge key of a new mapping.</summary>
    public string? Alias { get; }

    public bool IsMissing => _path is null;

    /// <summary>True when a value stands there that gives way to a new one.</summary>
    public bool IsReplaced =>
        Alias is not null || _path?.Node is YamlScalar or YamlMapping { Entries.IsEmpty: true } or YamlSequence { Items.IsEmpty: true };

    public YamlEntry Entry => _path!.Entry!;

    public YamlMapping Mapping => (YamlMapping)_path!.Node;

    public YamlSequence Sequence => (YamlSequence)_path!.Node;

    /// <summary>What stands in the place now; null when not even the key does.</summary>
    public ReplacedValue? Replaced(SourceText source) => _path is null ? null : ReplacedValue.Of(source, (YamlMapping)_path.Parent!.Node, Entry);
}
