namespace Conduit.Manifests.Yaml;

/// <summary>A value and where it stands, anchor and tag included; <paramref name="end"/> is after the last character that is no white space.</summary>
internal abstract class YamlNode(int start, int end, string? anchor)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    public string? Anchor { get; } = anchor;

    /// <summary>The node itself, or what it is an alias of.</summary>
    public virtual YamlNode Resolved => this;

    /// <summary>What it is, for messages: <c>a sequence</c>.</summary>
    public abstract string Description { get; }
}
