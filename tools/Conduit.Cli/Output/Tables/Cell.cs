namespace Conduit.Cli.Output.Tables;

internal readonly record struct Cell(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>Where there is nothing to say.</summary>
    public static Cell None { get; } = new("-");

    public static implicit operator Cell(string text) => new(text);
}
