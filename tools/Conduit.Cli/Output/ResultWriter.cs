using System.Text.Json.Nodes;
using Conduit.Cli.Output.Documents;

namespace Conduit.Cli.Output;

/// <summary>Writes the rows of a result in the form that was asked for.</summary>
internal sealed class ResultWriter(Terminal terminal, OutputFormat format)
{
    /// <summary>The rows by name alone, for verbs that offer it.</summary>
    public IEnumerable<string> Names { get; init; } = [];

    /// <param name="count">How many rows there are.</param>
    /// <param name="none">What people are told when there are none; machines see an empty list.</param>
    /// <param name="document">The rows for machines, written even when there are none.</param>
    /// <param name="table">Writes the rows for people; given whether it should be wide.</param>
    public void Write(int count, string none, Func<JsonNode> document, Action<bool> table)
    {
        if (format is OutputFormat.Json or OutputFormat.Yaml)
        {
            DocumentWriter.Write(terminal.Out, format, document());
        }
        else if (count == 0)
        {
            terminal.Error.WriteLine(none);
        }
        else if (format == OutputFormat.Name)
        {
            WriteNames();
        }
        else
        {
            table(format == OutputFormat.Wide);
        }
    }

    // Rows may name the same thing twice, such as a service with two addresses.
    private void WriteNames()
    {
        foreach (var name in Names.Distinct())
        {
            terminal.Out.WriteLine(name);
        }
    }
}
