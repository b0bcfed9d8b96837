namespace Conduit.Manifests.Yaml;

internal sealed class YamlAlias(int start, int end, string name, YamlNode target) : YamlNode(start, end, anchor: null)
{
    public string Name { get; } = name;

    public override YamlNode Resolved { get; } = target.Resolved;

    public override string Description => $"the alias *{Name}";
}
