using System.Collections.Immutable;

namespace Conduit.Manifests.Yaml;

internal sealed class YamlSequence(int start, int end, string? anchor, bool isFlow, ImmutableArray<YamlNode> items) : YamlNode(start, end, anchor)
{
    public bool IsFlow { get; } = isFlow;

    public ImmutableArray<YamlNode> Items { get; } = items;

    public override string Description => "a sequence";
}
