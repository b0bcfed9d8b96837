using Conduit.Cli.Commands;

namespace Conduit.Cli.Output.Help;

/// <summary>Sections of text, broken between words at a width. A section without content is left out.</summary>
internal sealed class HelpText(TextWriter output, int width)
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int WidestTerm = 36;
    private const int NarrowestText = 20;

    /// <param name="heading">Without its colon.</param>
    /// <param name="text">Paragraphs with an empty line between them; how they are broken into lines does not matter.</param>
    public void Paragraphs(string heading, string text)
    {
        output.WriteLine($"{heading}:");

        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var line in Wrapped(paragraph, Indent))
            {
                output.WriteLine(new string(' ', Indent) + line);
            }

            output.WriteLine();
        }
    }

    /// <summary>A term and what it means, in two columns; a term too long for its column stands on a line of its own.</summary>
    public void Rows(string heading, IEnumerable<(string Term, string Text)> rows)
    {
        var all = rows.ToList();

        if (all.Count == 0)
        {
            return;
        }

        var column = Indent + Gap + Math.Min(WidestTerm, all.Max(row => row.Term.Length));
        output.WriteLine($"{heading}:");

        foreach (var (term, text) in all)
        {
            WriteRow(new string(' ', Indent) + term, text, column);
        }

        output.WriteLine();
    }

    public void Examples(IReadOnlyList<Example> examples)
    {
        if (examples.Count == 0)
        {
            return;
        }

        output.WriteLine("Examples:");

        foreach (var example in examples)
        {
            output.WriteLine($"  # {example.Meaning}");
            output.WriteLine($"  {example.Line}");
            output.WriteLine();
        }
    }

    private void WriteRow(string term, string text, int column)
    {
        var before = term.PadRight(column);

        if (before.Length > column)
        {
            output.WriteLine(before);
            before = new string(' ', column);
        }

        foreach (var line in Wrapped(text, column).DefaultIfEmpty(""))
        {
            output.WriteLine((before + line).TrimEnd());
            before = new string(' ', column);
        }
    }

    private IEnumerable<string> Wrapped(string text, int indent)
    {
        var room = Math.Max(NarrowestText, width - indent);
        var line = "";

        foreach (var word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
