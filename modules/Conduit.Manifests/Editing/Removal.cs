using System.Collections.Immutable;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Editing;

/// <summary>Takes elements out of collections that keep others: the exact opposite of <see cref="Insertion"/>.</summary>
internal sealed class Removal(SourceText source)
{
    private readonly record struct Span(int Start, int End);

    public IEnumerable<TextEdit> Fields(YamlMapping mapping, Func<YamlEntry, bool> isRemoved)
    {
        var spans = mapping.Entries.Select(entry => new Span(entry.Start, entry.End));
        return Runs(mapping.Entries.Select(isRemoved)).Select(Remove([.. spans], mapping.IsFlow));
    }

    public IEnumerable<TextEdit> Items(YamlSequence sequence, Func<YamlNode, bool> isRemoved)
    {
        var spans = sequence.Items.Select((item, index) => new Span(sequence.IsFlow ? item.Start : Layout.Dash(source, sequence, index), item.End));
        return Runs(sequence.Items.Select(isRemoved)).Select(Remove([.. spans], sequence.IsFlow));
    }

    /// <summary>Puts text back in the place of a value; <paramref name="text"/> is all that stood between the colon and the value's end.</summary>
    public IEnumerable<TextEdit> Value(YamlEntry entry, string text)
    {
        var colonEnd = entry.ColonEnd!.Value;
        var first = FirstChild(entry.Value);

        return first < 0 || source.LineStart(first) <= colonEnd
            ? [new TextEdit(colonEnd, entry.End, text)]
            : [TextEdit.Insert(colonEnd, text), Lines(first, entry.End)];
    }

    private int FirstChild(YamlNode value) => value switch
    {
        YamlMapping { IsFlow: false, Entries: [var first, ..] } => first.Start,
        YamlSequence { IsFlow: false } sequence => Layout.Dash(source, sequence, 0),
        _ => -1,
    };

    private static IEnumerable<Range> Runs(IEnumerable<bool> removed)
    {
        var start = -1;
        var index = 0;

        foreach (var isRemoved in removed.Append(false))
        {
            if (isRemoved && start < 0)
            {
                start = index;
            }
            else if (!isRemoved && start >= 0)
            {
                yield return start..index;
                start = -1;
            }

            index++;
        }
    }

    private Func<Range, TextEdit> Remove(ImmutableArray<Span> elements, bool isFlow) => run =>
    {
        var (first, next) = (run.Start.Value, run.End.Value);
        var start = elements[first].Start;
        var end = elements[next - 1].End;

        return !isFlow && source.IsFirstOnLine(start) ? Lines(start, end)
            : next < elements.Length ? TextEdit.Delete(start, elements[next].Start)
            : TextEdit.Delete(first > 0 ? elements[first - 1].End : start, end);
    };

    private TextEdit Lines(int start, int end)
    {
        var lineStart = source.LineStart(start);

        // Lines at the end of a file without a last break were put there together with the break before them.
        return source.LineEnd(end) == source.Text.Length
            ? TextEdit.Delete(source.BeforeBreak(lineStart), source.Text.Length)
            : TextEdit.Delete(lineStart, source.NextLine(end));
    }
}
