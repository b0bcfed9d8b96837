using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Threading.Channels;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output.Dev;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Events;

namespace Conduit.Cli.Commands.Dev;

internal sealed class DevUpCommand : VerbCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Manifests: files, folders, or - for stdin. None: the sample emojivoto.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _name = new("--name") { Description = "Name of the mesh. Default: that of the file.", HelpName = "NAME" };

    private readonly Option<string> _namespace = new("--namespace", "-n")
    {
        Description = "Namespace of objects that name none.",
        HelpName = "NAMESPACE",
        DefaultValueFactory = _ => "default",
    };

    private readonly Option<string[]> _commands = new("--command")
    {
        Description = "How to run a container here, instead of its annotation dev.conduit.io/command. NAME is a workload, or workload/container.",
        HelpName = "NAME=COMMAND",
    };

    public DevUpCommand(CommandContext context)
        : base("up", "Run the pods of a manifest as local processes, each with a proxy, until Ctrl+C.")
    {
        _context = context;
        _commands.Validators.Add(RequireAssignments);
        Arguments.Add(_files);
        Options.Add(_name);
        Options.Add(_namespace);
        Options.Add(_commands);
    }

    public override string Details =>
        """
        Every container is run by the command in the annotation dev.conduit.io/command of its pod template, after the one in
        dev.conduit.io/build, both relative to the manifest. Every container port gets a free port of this machine, and environment
        variables that name ports or services are rewritten to match. A process that crashes is started again, later each time.

        All verbs that ask a mesh find it while it runs.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit dev up", "the sample application, meshed"),
        new("conduit dev up shop.yml", "your own, with commands from its annotations dev.conduit.io/command"),
        new("conduit dev up shop.yml --command web='npm start'", "the same, with a command of your own"),
    ];

    public override IReadOnlyList<(int Code, string Meaning)> ExitCodes =>
    [
        (ExitCode.Ok, "The mesh ran, and was stopped."),
        (ExitCode.Failed, "It failed; stderr says why."),
        (ExitCode.Misuse, "The command line or the manifest was not understood; nothing was started."),
        (ExitCode.Interrupted, "Ctrl+C ended it before it was ready."),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateUnbounded<DevEvent>(new UnboundedChannelOptions { SingleReader = true });
        var running = RunMeshAsync(Read(parsed), events.Writer, _context.TakeSecondInterruption(), stopping.Token);
        using var screen = new DevScreen(_context.Terminal, _context.Time);

        try
        {
            await screen.FollowAsync(events.Reader);
        }
        finally
        {
            // Where nothing can be shown any more, as in a closed terminal, the mesh must still end.
            await stopping.CancelAsync();
            await running;
        }

        return screen.WasReady ? ExitCode.Ok : ExitCode.Interrupted;
    }

    private async Task RunMeshAsync(DevUpRequest request, ChannelWriter<DevEvent> events, CancellationToken hurry, CancellationToken stopping)
    {
        try
        {
            var operation = new DevUpOperation(_context.DevMeshes, DevRuntime.Below(AppContext.BaseDirectory), _context.Time);
            await operation.RunAsync(request, happened => events.TryWrite(happened), hurry, stopping);
        }
        finally
        {
            events.Complete();
        }
    }

    private DevUpRequest Read(ParseResult parsed) => new()
    {
        Files = [.. parsed.GetValue(_files) ?? []],
        Input = _context.Terminal.Input,
        Name = parsed.GetValue(_name),
        Namespace = parsed.GetValue(_namespace)!,
        Commands = (parsed.GetValue(_commands) ?? []).Select(Assignment).ToImmutableDictionary(pair => pair.Name, pair => pair.Command),
    };

    private static (string Name, string Command) Assignment(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return (text[..equals], text[(equals + 1)..]);
    }

    private static void RequireAssignments(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError($"--command {token.Value}: write NAME=COMMAND");
        }

        foreach (var twice in result.Tokens.Select(token => token.Value.Split('=')[0]).GroupBy(name => name).Where(group => group.Count() > 1))
        {
            result.AddError($"--command {twice.Key}=… is there twice");
        }
    }
}
