using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Conduit.Kubernetes.Configuration;

/// <summary>A mapping of a kubeconfig file, read key by key; a value of the wrong shape is reported with its file and line.</summary>
internal sealed class YamlSection(string file, YamlMappingNode node)
{
    public KubeConfigOrigin Origin { get; } = OriginOf(file, node);

    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: null or "" or "null" or "~" } => null,
        YamlScalarNode scalar => scalar.Value,
        var other => throw KubeConfigException.Invalid(OriginOf(file, other), $"'{key}' must be text"),
    };

    public string RequiredText(string key) => Text(key) ?? throw KubeConfigException.Invalid(Origin, $"'{key}' is missing here");

    public bool Flag(string key) => Text(key) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw KubeConfigException.Invalid(OriginOf(file, Find(key)!), $"'{key}' must be true or false, not '{other}'"),
    };

    public YamlSection? Section(string key) => Find(key) switch
    {
        null or YamlScalarNode { Value: null or "" or "null" or "~" } => null,
        YamlMappingNode mapping => new YamlSection(file, mapping),
        var other => throw KubeConfigException.Invalid(OriginOf(file, other), $"'{key}' must be a mapping of keys and values"),
    };

    public ImmutableArray<YamlSection> Sections(string key) =>
    [
        .. List(key).Select(item => item is YamlMappingNode mapping
            ? new YamlSection(file, mapping)
            : throw KubeConfigException.Invalid(OriginOf(file, item), $"each item of '{key}' must be a mapping of keys and values")),
    ];

    public ImmutableArray<string> Texts(string key) =>
    [
        .. List(key).Select(item => item is YamlScalarNode { Value: { } text }
            ? text
            : throw KubeConfigException.Invalid(OriginOf(file, item), $"each item of '{key}' must be text")),
    ];

    /// <summary>The keys that the section has, with the texts listed under each.</summary>
    public IEnumerable<KeyValuePair<string, string>> TextsByKey() =>
        from key in node.Children.Keys.OfType<YamlScalarNode>()
        from text in Texts(key.Value!)
        select KeyValuePair.Create(key.Value!, text);

    private IEnumerable<YamlNode> List(string key) => Find(key) switch
    {
        null or YamlScalarNode { Value: null or "" or "null" or "~" } => [],
        YamlSequenceNode sequence => sequence.Children,
        var other => throw KubeConfigException.Invalid(OriginOf(file, other), $"'{key}' must be a list"),
    };

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static KubeConfigOrigin OriginOf(string file, YamlNode node) => new(file, node.Start.Line);
}
