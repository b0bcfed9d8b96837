using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Operations.Edges;
using Conduit.Operations.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Commands;

internal sealed class EdgesCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly ResourceArgument _target;
    private readonly NamespaceOptions _namespace = new();
    private readonly FormatOption _format = FormatOption.ForRows();
    private readonly WatchOption _watch;
    private readonly Option<TimeSpan?> _window = DurationOption.TimeWindow();

    public EdgesCommand(CommandContext context)
        : base("edges", "Show who calls whom, and how that goes.")
    {
        _context = context;
        _watch = new WatchOption(context);
        _target = new ResourceArgument(context, _namespace, otherwise: ResourceTarget.All);
        _target.AddTo(this);
        _namespace.AddTo(this);
        Options.Add(_window);
        _watch.AddTo(this);
        _format.AddTo(this);
    }

    public override string Details =>
        """
        An edge leads from the workload that calls to the one that is called, or to an authority where that lies outside of the mesh. It
        is counted by the caller's proxy, so callers without a proxy are not seen. Latencies are times to the first byte of a response.
        Only edges with traffic in the time window are shown; the controller holds the last ten minutes.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit edges -n emojivoto", "every edge that begins or ends in a namespace"),
        new("conduit edges deploy/web -n emojivoto", "who calls web, and whom it calls"),
        new("conduit edges authorities -A", "what the mesh calls outside of it"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new EdgesRequest
        {
            Target = _target.Read(parsed),
            Namespace = _namespace.Read(parsed),
            Window = parsed.GetValue(_window) ?? StatRequest.DefaultWindow,
        };
        var format = _format.Read(parsed);
        using var api = _context.Connect(parsed);
        var edges = new EdgesOperation(api);

        await _watch.RunAsync(
            parsed,
            async terminal => Write(terminal, await edges.RunAsync(request, cancellationToken), format),
            cancellationToken);
        return ExitCode.Ok;
    }

    private static void Write(Terminal terminal, EdgesResult result, OutputFormat format)
    {
        terminal.WriteNotes(result.Notes);
        new ResultWriter(terminal, format).Write(
            result.Edges.Length,
            none: "No traffic found.",
            () => EdgesDocument.Of(result.Edges),
            wide => EdgesTable.Of(result.Edges, wide).Write(terminal));
    }
}
