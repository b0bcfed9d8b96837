using System.Text;
using Conduit.Cli.Hosting;

namespace Conduit.Cli.Output;

/// <summary>The terminal, pipes or files that this process was started with.</summary>
internal static class SystemTerminal
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Terminal Open(CliEnvironment environment)
    {
        var output = StandardOutput.Open();
        var outIsTerminal = !Console.IsOutputRedirected;
        var errorIsTerminal = !Console.IsErrorRedirected;
        var coloured = !environment.NoColor && environment.Terminal != "dumb";

        return new Terminal
        {
            Input = Console.OpenStandardInput(),
            OutStream = output,
            Out = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), Utf8, leaveOpen: true) { NewLine = "\n", AutoFlush = true },
            InputIsTerminal = !Console.IsInputRedirected,
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = errorIsTerminal,
            Measure = outIsTerminal ? Size : static () => null,
            OutPalette = outIsTerminal && coloured ? Palette.Ansi : Palette.Plain,
            ErrorPalette = errorIsTerminal && coloured ? Palette.Ansi : Palette.Plain,
        };
    }

    // Some terminals do not know their size and say 0.
    private static TerminalSize? Size() =>
        Console.WindowWidth is > 0 and var columns && Console.WindowHeight is > 0 and var rows ? new TerminalSize(columns, rows) : null;
}
