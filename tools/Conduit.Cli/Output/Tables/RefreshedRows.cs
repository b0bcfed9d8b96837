namespace Conduit.Cli.Output.Tables;

/// <summary>A table on a terminal that each showing replaces.</summary>
internal sealed class RefreshedRows(Terminal terminal)
{
    private const int DefaultHeight = 24;

    private int _shown;

    /// <param name="table">Makes the table, given how many rows fit.</param>
    public void Show(Func<int, TextTable> table)
    {
        Clear();

        var fitting = Math.Max(1, (terminal.Height ?? DefaultHeight) - 2);
        var text = new StringWriter { NewLine = "\n" };
        table(fitting).Write(text, terminal.OutPalette, terminal.Width);

        _shown = text.ToString().Count(character => character == '\n');
        terminal.Out.Write(text);
        terminal.Out.Flush();
    }

    /// <summary>Takes the last showing away.</summary>
    public void Clear()
    {
        if (_shown > 0)
        {
            // To the first column, so many lines up; then erase all below.
            terminal.Out.Write(FormattableString.Invariant($"\e[{_shown}F\e[J"));
            _shown = 0;
        }
    }
}
