namespace Conduit.Manifests.Yaml;

/// <summary>A manifest's text and where its lines are. Every index counts UTF-16 units from the start of <see cref="Text"/>.</summary>
internal sealed class SourceText(string text)
{
    // YAML 1.1 knows these five breaks and the parser obeys it, so lines must end here where they end there.
    private const string Breaks = "\r\n\u0085\u2028\u2029";
    private const string Spaces = " \t";

    public string Text { get; } = text;

    /// <summary>The line break that insertions use: the first that occurs in the text.</summary>
    public string NewLine { get; } = FirstBreak(text);

    public int LineStart(int index)
    {
        while (index > 0 && !IsBreak(Text[index - 1]))
        {
            index--;
        }

        return index;
    }

    /// <summary>The end of the line of <paramref name="index"/>, before its break.</summary>
    public int LineEnd(int index)
    {
        while (index < Text.Length && !IsBreak(Text[index]))
        {
            index++;
        }

        return index;
    }

    /// <summary>The start of the line after that of <paramref name="index"/>; the text's length when there is none.</summary>
    public int NextLine(int index) => AfterBreak(LineEnd(index));

    /// <summary>The start of the line before the one that starts at <paramref name="lineStart"/>.</summary>
    public int PreviousLine(int lineStart) => LineStart(BeforeBreak(lineStart));

    /// <summary>Where the break begins that ends just before <paramref name="lineStart"/>.</summary>
    public int BeforeBreak(int lineStart) => lineStart switch
    {
        0 => 0,
        >= 2 when Text[lineStart - 1] == '\n' && Text[lineStart - 2] == '\r' => lineStart - 2,
        _ => lineStart - 1,
    };

    public int Column(int index) => index - LineStart(index);

    /// <summary>True when only spaces stand before <paramref name="index"/> on its line.</summary>
    public bool IsFirstOnLine(int index) => Text.AsSpan()[LineStart(index)..index].TrimStart(' ').IsEmpty;

    public bool IsBlank(int lineStart) => LineAt(lineStart).Trim(Spaces).IsEmpty;

    public bool IsComment(int lineStart) => LineAt(lineStart).TrimStart(Spaces) is ['#', ..];

    /// <summary>The first index at or after <paramref name="index"/> that is no space and no tab.</summary>
    public int SkipSpaces(int index)
    {
        while (index < Text.Length && Text[index] is (' ' or '\t'))
        {
            index++;
        }

        return index;
    }

    /// <summary>The last index at or before <paramref name="index"/>, not below <paramref name="floor"/>, that no white space precedes.</summary>
    public int TrimEnd(int index, int floor)
    {
        while (index > floor && IsSpace(Text[index - 1]))
        {
            index--;
        }

        return index;
    }

    /// <summary>Line and column for people, both from 1.</summary>
    public (int Line, int Column) Position(int index)
    {
        index = Math.Min(index, Text.Length);
        var line = 1;

        for (var start = LineStart(index); start > 0; start = PreviousLine(start))
        {
            line++;
        }

        return (line, Column(index) + 1);
    }

    // Not char.IsWhiteSpace: to YAML a no-break space is content.
    private static bool IsSpace(char character) => character is ' ' or '\t' || IsBreak(character);

    private static bool IsBreak(char character) => Breaks.Contains(character, StringComparison.Ordinal);

    private static string FirstBreak(string text)
    {
        var index = text.AsSpan().IndexOfAny('\r', '\n');
        return index < 0 || text[index] == '\n' ? "\n" : text.AsSpan(index) is ['\r', '\n', ..] ? "\r\n" : "\r";
    }

    private ReadOnlySpan<char> LineAt(int lineStart) => Text.AsSpan()[lineStart..LineEnd(lineStart)];

    private int AfterBreak(int lineEnd) => lineEnd == Text.Length ? lineEnd
        : Text[lineEnd] == '\r' && lineEnd + 1 < Text.Length && Text[lineEnd + 1] == '\n' ? lineEnd + 2
        : lineEnd + 1;
}
