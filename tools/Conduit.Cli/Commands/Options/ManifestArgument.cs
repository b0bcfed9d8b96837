using System.Collections.Immutable;
using System.CommandLine;

namespace Conduit.Cli.Commands.Options;

/// <summary>Where manifests come from. None is accepted here, because the operation says what is missing.</summary>
internal sealed class ManifestArgument
{
    private readonly Argument<string[]> _sources = new("CONFIG-FILE")
    {
        Description = "Files, folders, https addresses; - is stdin.",
        HelpName = "CONFIG-FILE",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command) => command.Arguments.Add(_sources);

    public ImmutableArray<string> Read(ParseResult parsed) => [.. parsed.GetValue(_sources) ?? []];
}
