using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conduit.Manifests.Yaml;

/// <summary>The anchors of one document: what each stands for at this point, and which nodes an alias stands for.</summary>
internal sealed class AnchorTable
{
    private readonly Dictionary<string, YamlNode?> _anchors = [];
    private readonly HashSet<YamlNode> _shared = [];

    public IReadOnlySet<YamlNode> Shared => _shared;

    /// <summary>The anchor of a node that begins. Until the node is complete, no alias can stand for it.</summary>
    public string? Begin(NodeEvent node)
    {
        if (node.Anchor.IsEmpty)
        {
            return null;
        }

        _anchors[node.Anchor.Value] = null;
        return node.Anchor.Value;
    }

    public TNode Complete<TNode>(TNode node)
        where TNode : YamlNode
    {
        if (node.Anchor is not null)
        {
            _anchors[node.Anchor] = node;
        }

        return node;
    }

    public YamlNode Resolve(AnchorAlias alias)
    {
        var target = _anchors.GetValueOrDefault(alias.Value.Value)
            ?? throw new SemanticErrorException(alias.Start, alias.End, $"the alias *{alias.Value} has no anchor before it");
        _shared.Add(target);
        return target;
    }
}
