namespace Conduit.Manifests.Yaml;

internal sealed class YamlScalar(int start, int end, string? anchor, string value, bool isPlain, bool keepsBlankLines) : YamlNode(start, end, anchor)
{
    public string Value { get; } = value;

    public bool IsNull { get; } = isPlain && value is ("" or "~" or "null" or "Null" or "NULL");

    /// <summary>True for a block scalar with <c>+</c>: blank lines that follow it belong to it.</summary>
    public bool KeepsBlankLines { get; } = keepsBlankLines;

    public override string Description => IsNull ? "nothing" : "a plain value";
}
