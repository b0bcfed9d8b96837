namespace Conduit.Cli.Output;

/// <summary>Lines at the end of a terminal's output that each showing replaces.</summary>
internal sealed class LiveText(Terminal terminal)
{
    private int _shown;

    /// <param name="text">Whole lines, none wider than the terminal.</param>
    public void Show(string text)
    {
        Clear();
        _shown = text.Count(character => character == '\n');
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
