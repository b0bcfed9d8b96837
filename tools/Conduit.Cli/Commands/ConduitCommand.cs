using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using Conduit.Cli.Commands.Dev;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;

namespace Conduit.Cli.Commands;

/// <summary>The root: every verb, one line each.</summary>
internal sealed class ConduitCommand : RootCommand
{
    public ConduitCommand(CommandContext context)
        : base("conduit manages the Conduit service mesh.")
    {
        var help = new HelpWithExamples(context.Terminal);

        Options.Clear();
        Options.Add(new HelpOption("--help", "-h") { Description = "Show help.", Action = help });
        Options.Add(new VersionOption("--version") { Description = "Show the version of this program.", Action = new PrintVersion(context.Terminal) });

        var suggest = Directives.OfType<SuggestDirective>().Single();
        suggest.Action = new SuggestWords(suggest, context.Terminal);

        foreach (var option in context.Globals.All)
        {
            Options.Add(option);
        }

        foreach (var verb in Verbs(context))
        {
            Subcommands.Add(verb);
        }

        // Without a verb: what there is.
        SetAction(help.Invoke);
    }

    private static IEnumerable<Command> Verbs(CommandContext context) =>
    [
        new CompletionCommand(context),
        new DevCommand(context),
        new EndpointsCommand(context),
        new GetCommand(context),
        new InjectCommand(context),
        new InstallCommand(context),
        new StatCommand(context),
        new TapCommand(context),
        new TopCommand(context),
        new UninjectCommand(context),
        new VersionCommand(context),
    ];
}
