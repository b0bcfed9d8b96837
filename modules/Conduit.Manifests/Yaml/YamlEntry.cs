namespace Conduit.Manifests.Yaml;

/// <summary>One key of a mapping with its value, each as written: either may be an alias.</summary>
/// <param name="keyNode">The key.</param>
/// <param name="key">The key's text.</param>
/// <param name="colonEnd">The index after the colon; null where key and colon do not simply stand side by side, as after <c>?</c>.</param>
/// <param name="value">The value.</param>
internal sealed class YamlEntry(YamlNode keyNode, string key, int? colonEnd, YamlNode value)
{
    public const string MergeKey = "<<";

    public string Key { get; } = key;

    public YamlNode Value { get; } = value;

    public int? ColonEnd { get; } = colonEnd;

    public int Start => keyNode.Start;

    /// <summary>The end of the key as it is written, quotes included.</summary>
    public int KeyEnd => keyNode.End;

    public int End => Math.Max(ColonEnd ?? keyNode.End, Value.End);
}
