using Conduit.Manifests.Content;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Editing;

/// <summary>Puts content into collections: new fields in front, new elements in front or at the end. Whole lines in block style.</summary>
internal sealed class Insertion(SourceText source, BlockStyle style)
{
    /// <summary>Adds fields before the first one of a mapping that has some.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="fields">What to add.</param>
    /// <param name="keepsHead">True where comments before the first field are about all of it, as at a file's head.</param>
    public TextEdit Fields(YamlMapping mapping, ContentMap fields, bool keepsHead)
    {
        var first = mapping.Entries[0].Start;

        if (mapping.IsFlow)
        {
            var layout = Layout.OfElements(source, mapping.Start, first);
            return TextEdit.Insert(first, BeforeElements(FlowText.Fields(fields, layout), layout));
        }

        var lines = BlockText.Lines(fields, style);
        return source.IsFirstOnLine(first) && !keepsHead
            ? LinesBefore(first, lines)
            : TextEdit.Insert(first, string.Concat(lines.Select(line => line + source.NewLine + Spaces(source.Column(first)))));
    }

    /// <summary>Adds elements before the first one of a sequence that has some.</summary>
    public TextEdit Front(YamlSequence sequence, ContentList items)
    {
        if (sequence.IsFlow)
        {
            var first = sequence.Items[0].Start;
            var layout = Layout.OfElements(source, sequence.Start, first);
            return TextEdit.Insert(first, BeforeElements(FlowText.Items(items, layout), layout));
        }

        return LinesBefore(Layout.Dash(source, sequence, 0), ElementLines(items));
    }

    /// <summary>Adds elements after the last one of a sequence that has some.</summary>
    public TextEdit Back(YamlSequence sequence, ContentList items)
    {
        var last = sequence.Items[^1];

        if (sequence.IsFlow)
        {
            var layout = Layout.OfElements(source, sequence.Start, sequence.Items[0].Start);
            return TextEdit.Insert(last.End, string.Concat(FlowText.Items(items, layout).Select(item => "," + layout.Gap + item)));
        }

        var column = source.Column(Layout.Dash(source, sequence, 0));
        return LinesAfter(LastLine(last, column), Indented(ElementLines(items), column));
    }

    /// <summary>Puts content in the place of a value that is nothing, empty or an alias. Comments of its line stay.</summary>
    public IEnumerable<TextEdit> Value(YamlMapping parent, YamlEntry entry, ContentNode content)
    {
        if (parent.IsFlow)
        {
            var layout = Layout.OfElements(source, parent.Start, parent.Entries[0].Start);
            return [new TextEdit(entry.ColonEnd!.Value, entry.Value.End, " " + FlowText.Of(content, layout))];
        }

        var isMap = content is ContentMap;
        var lines = isMap ? BlockText.Lines((ContentMap)content, style) : ElementLines((ContentList)content);
        var column = source.Column(entry.Start) + (isMap ? style.Step : style.DashOffset);
        return [TextEdit.Delete(entry.ColonEnd!.Value, entry.End), LinesAfter(entry.End, Indented(lines, column))];
    }

    private static string Spaces(int count) => new(' ', count);

    private static IEnumerable<string> Indented(IEnumerable<string> lines, int column) => lines.Select(line => Spaces(column) + line);

    private static string BeforeElements(IEnumerable<string> elements, FlowLayout layout) =>
        string.Concat(elements.Select(element => element + "," + layout.Gap));

    private IReadOnlyList<string> ElementLines(ContentList items) => BlockText.Lines(items, style);

    private TextEdit LinesBefore(int index, IEnumerable<string> lines)
    {
        var at = Layout.StartWithComments(source, source.LineStart(index));
        return TextEdit.Insert(at, string.Concat(Indented(lines, source.Column(index)).Select(line => line + source.NewLine)));
    }

    private TextEdit LinesAfter(int index, IEnumerable<string> lines)
    {
        var lineEnd = source.LineEnd(index);

        // A file that does not end its last line shall not end it afterwards either.
        return lineEnd == source.Text.Length
            ? TextEdit.Insert(lineEnd, string.Concat(lines.Select(line => source.NewLine + line)))
            : TextEdit.Insert(source.NextLine(index), string.Concat(lines.Select(line => line + source.NewLine)));
    }

    // Comments that are indented deeper than the dashes still belong to the last element, and so do blank lines that its text keeps.
    private int LastLine(YamlNode element, int dashColumn)
    {
        var line = source.LineStart(element.End);
        var keepsBlankLines = LastScalar(element) is { KeepsBlankLines: true };

        while (source.NextLine(line) is var next && next < source.Text.Length && Belongs(next))
        {
            line = next;
        }

        return line;

        bool Belongs(int next) => IsDeepComment(next, dashColumn) || (keepsBlankLines && source.IsBlank(next));
    }

    private bool IsDeepComment(int lineStart, int dashColumn) => source.IsComment(lineStart) && source.SkipSpaces(lineStart) - lineStart > dashColumn;

    private static YamlScalar? LastScalar(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar,
        YamlMapping { Entries: [.., var last] } => LastScalar(last.Value),
        YamlSequence { Items: [.., var last] } => LastScalar(last),
        _ => null,
    };
}
