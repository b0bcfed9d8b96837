using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Operations.Top;

namespace Conduit.Cli.Commands;

internal sealed class TopCommand : VerbCommand
{
    private static readonly TimeSpan UnattendedDuration = TimeSpan.FromSeconds(10);

    private readonly CommandContext _context;
    private readonly TapOptions _tap;
    private readonly FormatOption _format = FormatOption.ForRows();
    private readonly Option<TimeSpan?> _duration = DurationOption.Create(
        "How long to watch. Default: until Ctrl+C on a terminal, else 10s.", "--duration");

    public TopCommand(CommandContext context)
        : base("top", "Show the busiest paths, live. It counts a sample of the traffic.")
    {
        _context = context;
        _tap = new TapOptions(context, defaultMaxRps: 100);
        _tap.AddTo(this);
        Options.Add(_duration);
        _format.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit top deploy/web -n emojivoto", "what web serves and calls, until Ctrl+C"),
        new("conduit top ns/emojivoto --duration 30s -o json", "half a minute of a namespace, for a program"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var format = _format.Read(parsed);
        var terminal = _context.Terminal;
        var isLive = terminal.OutIsTerminal && format is OutputFormat.Table or OutputFormat.Wide;
        var tap = _tap.Read(parsed);
        var request = new TopRequest { Tap = tap, Duration = parsed.GetValue(_duration) ?? (isLive ? null : UnattendedDuration) };

        using var api = _context.Connect(parsed);
        terminal.WriteNote(FormattableString.Invariant(
            $"this is a sample of at most {tap.MaxRps} requests per second; 'conduit stat' counts all of them"));

        var screen = new RefreshedRows(terminal);
        var last = await new TopOperation(api, _context.Time).RunAsync(
            request,
            snapshot => Show(isLive, screen, snapshot, format),
            terminal.WriteNote,
            cancellationToken);

        screen.Clear();
        new ResultWriter(terminal, format).Write(
            last.Rows.Length,
            none: "No traffic found.",
            () => TopDocument.Of(last, tap.MaxRps),
            wide => TopTables.Of(last.Rows, wide).Write(terminal));
        return ExitCode.Ok;
    }

    private static void Show(bool isLive, RefreshedRows screen, TopSnapshot snapshot, OutputFormat format)
    {
        if (isLive)
        {
            screen.Show(rows => TopTables.Of(snapshot.Rows.Take(rows), wide: format == OutputFormat.Wide));
        }
    }
}
