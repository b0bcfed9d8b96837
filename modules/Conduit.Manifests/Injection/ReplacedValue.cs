using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>What stood in a parent's place: all the text from after the colon to the value's end, and whether that was in flow style.</summary>
internal sealed record ReplacedValue(string Text, bool InFlow)
{
    public static ReplacedValue EmptyMapping { get; } = new(" {}", InFlow: false);

    public static ReplacedValue EmptySequence { get; } = new(" []", InFlow: false);

    /// <summary>The text as it was, or, where another program has laid out the file anew, one of the same meaning that fits everywhere.</summary>
    public string For(SourceText source, YamlMapping parent, YamlEntry entry)
    {
        var lastLine = Text[(Text.LastIndexOf('\n') + 1)..];
        var isOutdented = lastLine.Length < Text.Length && lastLine.Length - lastLine.TrimStart(' ').Length <= source.Column(entry.Start);

        return InFlow == parent.IsFlow && (InFlow || !isOutdented) ? Text
            : Text.EndsWith('}') ? EmptyMapping.Text
            : Text.EndsWith(']') ? EmptySequence.Text
            : " null";
    }
}
