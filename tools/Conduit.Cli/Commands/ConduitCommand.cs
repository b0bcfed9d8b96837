using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using Conduit.Cli.Commands.Dev;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Help;

namespace Conduit.Cli.Commands;

/// <summary>The root: every verb, one line each.</summary>
internal sealed class ConduitCommand : RootCommand
{
    public ConduitCommand(CommandContext context, IReadOnlyList<string> words)
        : base("conduit manages the Conduit service mesh.")
    {
        var help = new ShowHelp(context.Terminal, [.. context.Globals.All]);

        Options.Clear();
        Options.Add(new HelpOption("--help", "-h") { Description = "Show the help of a command.", Action = help });
        Options.Add(new VersionOption("--version") { Description = "Show the version of this program.", Action = new PrintVersion(context.Terminal) });

        var suggest = Directives.OfType<SuggestDirective>().Single();
        suggest.Action = new SuggestWords(suggest, context.Terminal);

        foreach (var option in context.Globals.All)
        {
            Options.Add(option);
        }

        foreach (var verb in VerbsFor(words, context))
        {
            Subcommands.Add(verb);
        }

        // Without a verb: what there is.
        SetAction(help.Invoke);
    }

    /// <summary>In the order of help.</summary>
    internal static IReadOnlyList<(string Name, Func<CommandContext, Command> Create)> Verbs { get; } =
    [
        ("check", context => new CheckCommand(context)),
        ("completion", context => new CompletionCommand(context)),
        ("dashboard", context => new DashboardCommand(context)),
        ("dev", context => new DevCommand(context)),
        ("edges", context => new EdgesCommand(context)),
        ("endpoints", context => new EndpointsCommand(context)),
        ("explain", context => new ExplainCommand(context)),
        ("get", context => new GetCommand(context)),
        ("inject", context => new InjectCommand(context)),
        ("install", context => new InstallCommand(context)),
        ("prometheus-config", context => new PrometheusConfigCommand(context)),
        ("stat", context => new StatCommand(context)),
        ("tap", context => new TapCommand(context)),
        ("top", context => new TopCommand(context)),
        ("uninject", context => new UninjectCommand(context)),
        ("uninstall", context => new UninstallCommand(context)),
        ("upgrade", context => new UpgradeCommand(context)),
        ("version", context => new VersionCommand(context)),
    ];

    // Making a verb makes all its options, and most command lines name one verb. Those that name none get them all, to list or suggest.
    private static IEnumerable<Command> VerbsFor(IReadOnlyList<string> words, CommandContext context)
    {
        var named = Verbs.Where(verb => words.Contains(verb.Name)).ToList();
        return (named.Count > 0 ? named : Verbs).Select(verb => verb.Create(context));
    }
}
