using System.CommandLine;
using Conduit.Operations.Resources;

namespace Conduit.Cli.Commands.Options;

/// <summary>What a verb is about, in either grammar: <c>TYPE[/NAME]</c> or <c>TYPE [NAMESPACE/]NAME</c>.</summary>
internal sealed class ResourceArgument
{
    private readonly Argument<string[]> _words = new("RESOURCE")
    {
        Description = "TYPE, TYPE/NAME, TYPE NAME or TYPE NAMESPACE/NAME, such as deploy/web.",
        Arity = new ArgumentArity(1, 2),
    };

    public void AddTo(Command command) => command.Arguments.Add(_words);

    public ResourceTarget Read(ParseResult parsed) => ResourceTarget.Parse(parsed.GetRequiredValue(_words));

    /// <summary>An option that names a resource, such as <c>--to</c>.</summary>
    public static Option<string?> Option(string name, string description) => new(name) { Description = description, HelpName = "RESOURCE" };

    public static ResourceTarget? Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } word ? ResourceTarget.Parse(word) : null;
}
