namespace Conduit.Cli.Output.Tables;

/// <summary>Columns three spaces apart. On a terminal that is too narrow the widest names are cut, never the numbers.</summary>
internal sealed class TextTable(params IReadOnlyList<Column> columns)
{
    private const string Gap = "   ";
    private const int NarrowestName = 8;

    private readonly List<Cell[]> _rows = [];

    public void Add(params Cell[] cells) => _rows.Add(cells);

    /// <summary>Writes it as data, as wide as the terminal lets it.</summary>
    public void Write(Terminal terminal) => Write(terminal.Out, terminal.OutPalette, terminal.Width);

    /// <param name="output">Where to write.</param>
    /// <param name="palette">The colours of that place.</param>
    /// <param name="width">Columns of the terminal; null for as wide as it gets.</param>
    public void Write(TextWriter output, Palette palette, int? width)
    {
        var widths = Widths(width ?? int.MaxValue);
        WriteRow(output, Palette.Plain, [.. columns.Select(column => new Cell(column.Header))], widths);

        foreach (var row in _rows)
        {
            WriteRow(output, palette, row, widths);
        }
    }

    private void WriteRow(TextWriter output, Palette palette, Cell[] cells, int[] widths)
    {
        for (var column = 0; column < columns.Count; column++)
        {
            output.Write(column == 0 ? "" : Gap);
            output.Write(Paint(palette, cells[column].Tone, Fit(cells[column].Text, column, widths[column])));
        }

        output.WriteLine();
    }

    private string Fit(string text, int column, int width)
    {
        var shown = text.Length <= width ? text : columns[column].KeepsEnd ? "…" + text[^(width - 1)..] : text[..(width - 1)] + "…";

        if (columns[column].Align == Align.Right)
        {
            return shown.PadLeft(width);
        }

        return column == columns.Count - 1 ? shown : shown.PadRight(width);
    }

    private int[] Widths(int available)
    {
        var widths = columns.Select((column, number) =>
            _rows.Select(row => row[number].Text.Length).Append(column.Header.Length).Max()).ToArray();
        var excess = widths.Sum() + (Gap.Length * (columns.Count - 1)) - (long)available;

        while (excess > 0 && NextToCut(widths) is { } column)
        {
            widths[column]--;
            excess--;
        }

        return widths;
    }

    private int? NextToCut(int[] widths) => Enumerable.Range(0, columns.Count)
        .Where(column => columns[column].Align == Align.Left && widths[column] > NarrowestName)
        .OrderBy(column => columns[column].KeepsEnd)
        .ThenByDescending(column => widths[column])
        .Cast<int?>()
        .FirstOrDefault();

    private static string Paint(Palette palette, Tone tone, string text) => tone switch
    {
        Tone.Good => palette.Green(text),
        Tone.Doubtful => palette.Yellow(text),
        Tone.Bad => palette.Red(text),
        _ => text,
    };
}
