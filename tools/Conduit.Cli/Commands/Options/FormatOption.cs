using System.CommandLine;
using Conduit.Cli.Output;

namespace Conduit.Cli.Commands.Options;

/// <summary><c>-o</c>: how results are written.</summary>
internal sealed class FormatOption
{
    private readonly Option<string> _option;

    /// <param name="formats">What the verb can write; the first is the default.</param>
    public FormatOption(params OutputFormat[] formats)
    {
        string[] names = [.. formats.Select(Name)];

        _option = new Option<string>("--output", "-o")
        {
            Description = $"Output format: {string.Join(", ", names)}.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => names[0],
        };
        _option.AcceptOnlyFromAmong(names);
    }

    /// <summary>For verbs that write rows.</summary>
    public static FormatOption ForRows() => new(OutputFormat.Table, OutputFormat.Wide, OutputFormat.Json, OutputFormat.Yaml);

    /// <summary>For verbs whose rows are resources, each with a name of its own.</summary>
    public static FormatOption ForResources() => new(OutputFormat.Table, OutputFormat.Wide, OutputFormat.Json, OutputFormat.Yaml, OutputFormat.Name);

    public void AddTo(Command command) => command.Options.Add(_option);

    public OutputFormat Read(ParseResult parsed) => Enum.Parse<OutputFormat>(parsed.GetValue(_option)!, ignoreCase: true);

    private static string Name(OutputFormat format) => format.ToString().ToLowerInvariant();
}
