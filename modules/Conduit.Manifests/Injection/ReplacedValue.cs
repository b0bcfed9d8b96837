using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>
/// What stood in a parent's place: all the <paramref name="Text"/> from after the colon to the value's end, and, in flow style only, the
/// <paramref name="FlowKey"/> as it was written.
/// </summary>
internal sealed record ReplacedValue(string Text, string? FlowKey)
{
    public static ReplacedValue EmptyMapping { get; } = new(" {}", FlowKey: null);

    public static ReplacedValue EmptySequence { get; } = new(" []", FlowKey: null);

    public static ReplacedValue Of(SourceText source, YamlMapping parent, YamlEntry entry) =>
        new(source.Text[entry.ColonEnd!.Value..entry.End], FlowKeyOf(source, parent, entry));

    /// <summary>The text as it was, or, where another program has laid out the file anew, one of the same meaning that fits everywhere.</summary>
    public string For(SourceText source, YamlMapping parent, YamlEntry entry) =>
        FlowKey == FlowKeyOf(source, parent, entry) && (parent.IsFlow || !IsOutdented(source.Column(entry.Start))) ? Text
        : Text.EndsWith('}') ? EmptyMapping.Text
        : Text.EndsWith(']') ? EmptySequence.Text
        : " null";

    private static string? FlowKeyOf(SourceText source, YamlMapping parent, YamlEntry entry) => parent.IsFlow
        ? source.Text[entry.Start..entry.KeyEnd]
        : null;

    // A value on a line of its own must stand further in than its key.
    private bool IsOutdented(int keyColumn)
    {
        var lineStart = Text.LastIndexOfAny(['\r', '\n']) + 1;
        return lineStart > 0 && Text.Length - lineStart - Text[lineStart..].TrimStart(' ').Length <= keyColumn;
    }
}
