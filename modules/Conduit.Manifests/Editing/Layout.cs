using Conduit.Manifests.Content;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Editing;

/// <summary>Where the parts of a block collection stand in the text, and how a flow collection lies.</summary>
internal static class Layout
{
    private const string DefaultFlowUnit = "  ";

    /// <summary>The index of the dash before an element of a block sequence.</summary>
    public static int Dash(SourceText source, YamlSequence sequence, int element)
    {
        // Only a sequence without anchor or tag starts at its first dash; every other dash begins a line after what precedes it.
        if (element == 0 && source.Text[sequence.Start] == '-')
        {
            return sequence.Start;
        }

        var line = source.NextLine(element == 0 ? sequence.Start : sequence.Items[element - 1].End);

        while (source.Text[source.SkipSpaces(line)] != '-')
        {
            line = source.NextLine(line);
        }

        return source.SkipSpaces(line);
    }

    /// <summary>The start of the comments and blank lines that stand right before a line, so that they stay with it.</summary>
    public static int StartWithComments(SourceText source, int lineStart)
    {
        while (lineStart > 0 && source.PreviousLine(lineStart) is var previous && (source.IsBlank(previous) || source.IsComment(previous)))
        {
            lineStart = previous;
        }

        return lineStart;
    }

    /// <summary>The layout in which an element of a flow collection lies, told by the first one's place.</summary>
    public static FlowLayout OfElements(SourceText source, int collectionStart, int firstElement)
    {
        var lineStart = source.LineStart(firstElement);
        var indent = source.Text[lineStart..firstElement];

        if (indent.AsSpan().Trim(" \t").Length > 0 || lineStart <= collectionStart)
        {
            return FlowLayout.OneLine;
        }

        var outerStart = source.LineStart(collectionStart);
        var outer = source.Text[outerStart..source.SkipSpaces(outerStart)];
        var isDeeper = indent.Length > outer.Length && indent.StartsWith(outer, StringComparison.Ordinal);
        return new FlowLayout(source.NewLine, indent, isDeeper ? indent[outer.Length..] : DefaultFlowUnit);
    }
}
