using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Conduit.Cli.Commands;

namespace Conduit.Cli.Output;

/// <summary>The usual help, and below it the verb's examples.</summary>
internal sealed class HelpWithExamples(Terminal terminal) : SynchronousCommandLineAction
{
    private const int DefaultWidth = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction { MaxWidth = terminal.Width ?? DefaultWidth }.Invoke(parseResult);

        if (parseResult.CommandResult.Command is VerbCommand { Examples.Count: > 0 } verb)
        {
            WriteExamples(verb.Examples);
        }

        return ExitCode.Ok;
    }

    private void WriteExamples(IReadOnlyList<Example> examples)
    {
        terminal.Out.WriteLine("Examples:");

        foreach (var example in examples)
        {
            terminal.Out.WriteLine($"  # {example.Meaning}");
            terminal.Out.WriteLine($"  {example.Line}");
            terminal.Out.WriteLine();
        }
    }
}
