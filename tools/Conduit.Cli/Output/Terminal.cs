namespace Conduit.Cli.Output;

/// <summary>Where commands read and write. Data goes to <see cref="Out"/>, words for people to <see cref="Error"/>.</summary>
internal sealed record Terminal
{
    /// <summary>Bytes of stdin.</summary>
    public required Stream Input { get; init; }

    /// <summary>Bytes of stdout, for what must not be re-encoded. Flush <see cref="Out"/> before writing here.</summary>
    public required Stream OutStream { get; init; }

    /// <summary>UTF-8 without a byte order mark, lines end in LF on every system. Flushed at the end, or by who streams.</summary>
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether a person types at stdin.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether a person reads stdout.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person reads stderr.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The size of the terminal that shows stdout, now; null when it is none. Asking costs time, and windows are resized.</summary>
    public Func<TerminalSize?> Measure { get; init; } = static () => null;

    public int? Width => Measure()?.Columns;

    public int? Height => Measure()?.Rows;

    /// <summary>For text on stdout.</summary>
    public Palette OutPalette { get; init; } = Palette.Plain;

    /// <summary>For text on stderr.</summary>
    public Palette ErrorPalette { get; init; } = Palette.Plain;

    /// <summary>Tells people what the data does not say.</summary>
    public void WriteNote(string note) => Error.WriteLine($"{ErrorPalette.Yellow("note:")} {note}");

    public void WriteNotes(IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            WriteNote(note);
        }
    }

    /// <summary>False when the reader of stdout went away.</summary>
    public bool TryFlush()
    {
        Error.Flush();

        try
        {
            Out.Flush();
            return true;
        }
        catch (OutputClosedException)
        {
            return false;
        }
    }
}
