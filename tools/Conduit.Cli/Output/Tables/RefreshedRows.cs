namespace Conduit.Cli.Output.Tables;

/// <summary>A table on a terminal that each showing replaces.</summary>
internal sealed class RefreshedRows(Terminal terminal)
{
    private const int DefaultHeight = 24;

    private readonly LiveText _text = new(terminal);

    /// <param name="table">Makes the table, given how many rows fit.</param>
    public void Show(Func<int, TextTable> table)
    {
        var fitting = Math.Max(1, (terminal.Height ?? DefaultHeight) - 2);
        var text = new StringWriter { NewLine = "\n" };
        table(fitting).Write(text, terminal.OutPalette, terminal.Width);
        _text.Show(text.ToString());
    }

    /// <summary>Takes the last showing away.</summary>
    public void Clear() => _text.Clear();
}
