namespace Conduit.Cli.Output;

/// <summary>Colours, or none of them.</summary>
internal sealed class Palette
{
    private readonly bool _coloured;

    private Palette(bool coloured) => _coloured = coloured;

    public static Palette Plain { get; } = new(coloured: false);

    public static Palette Ansi { get; } = new(coloured: true);

    public string Red(string text) => Paint("31", text);

    public string Green(string text) => Paint("32", text);

    public string Yellow(string text) => Paint("33", text);

    public string Bold(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    private string Paint(string code, string text) => _coloured ? $"\e[{code}m{text}\e[0m" : text;
}
