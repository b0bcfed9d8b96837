using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Model.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Commands;

internal sealed class StatCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly ResourceArgument _target;
    private readonly NamespaceOptions _namespace = new();
    private readonly FormatOption _format = FormatOption.ForResources();
    private readonly WatchOption _watch;
    private readonly Option<TimeSpan?> _window = DurationOption.TimeWindow();
    private readonly ResourceOption _to = new("--to", "Only traffic to this resource.", defaultNamespace: "--namespace");
    private readonly ResourceOption _from = new("--from", "Only traffic from this resource.", defaultNamespace: "--namespace");
    private readonly Option<string?> _selector = new("--selector", "-l") { Description = "Only resources with these labels.", HelpName = "SELECTOR" };

    public StatCommand(CommandContext context)
        : base("stat", "Show request rate, success rate and latency.")
    {
        _context = context;
        _watch = new WatchOption(context);
        _target = new ResourceArgument(context, _namespace);
        _target.AddTo(this);
        _namespace.AddTo(this);
        Options.Add(_window);
        _to.AddTo(this);
        _from.AddTo(this);
        Options.Add(_selector);
        _watch.AddTo(this);
        _format.AddTo(this);
    }

    public override string Details =>
        """
        Every request is counted once, by a proxy: those that a workload received, or with --to and --from those that were sent. Success
        is every response but 5xx and failed gRPC status; latencies are times to the first byte of a response. Requests of the kubelet's
        probes are left out. The controller holds the last ten minutes; a longer time window is answered with what there is, and a note.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit stat deployments -n emojivoto", "every deployment of a namespace"),
        new("conduit stat deploy/voting --from deploy/web -n emojivoto", "what web sends to voting"),
        new("conduit stat deployment emojivoto/voting -t 5m", "one deployment over five minutes"),
        new("conduit stat deployments -n emojivoto --watch", "the same, live"),
        new("conduit stat all -n emojivoto -o json", "everything, for a program"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        var format = _format.Read(parsed);
        using var api = _context.Connect(parsed);
        var stat = new StatOperation(api);

        await _watch.RunAsync(
            parsed,
            async terminal => Write(terminal, await stat.RunAsync(request, cancellationToken), format, everyKind: request.Target.Kind is null),
            cancellationToken);
        return ExitCode.Ok;
    }

    private static void Write(Terminal terminal, StatResult result, OutputFormat format, bool everyKind)
    {
        terminal.WriteNotes(result.Notes);
        var names = result.Rows.Select(row => ResourceKindNames.Qualify(row.Kind, row.Name));

        new ResultWriter(terminal, format) { Names = names }.Write(
            result.Rows.Length,
            none: "No traffic found.",
            () => StatDocument.Of(result),
            wide => new StatTables(terminal).Write(result, everyKind, wide));
    }

    private StatRequest Read(ParseResult parsed) => new()
    {
        Target = _target.Read(parsed),
        Namespace = _namespace.Read(parsed),
        Window = parsed.GetValue(_window) ?? StatRequest.DefaultWindow,
        To = _to.Read(parsed),
        ToNamespace = _to.ReadNamespace(parsed),
        From = _from.Read(parsed),
        FromNamespace = _from.ReadNamespace(parsed),
        LabelSelector = parsed.GetValue(_selector),
    };
}
