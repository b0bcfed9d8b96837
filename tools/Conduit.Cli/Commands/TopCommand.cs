using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
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

    private readonly Option<bool> _watch = new("--watch", "-w")
    {
        Description = "Watch until Ctrl+C, as on a terminal; elsewhere the rows are written every two seconds.",
    };

    public TopCommand(CommandContext context)
        : base("top", "Show the busiest paths, live. It counts a sample of the traffic.")
    {
        _context = context;
        _tap = new TapOptions(context, defaultMaxRps: 100);
        _tap.AddTo(this);
        Options.Add(_duration);
        Options.Add(_watch);
        _format.AddTo(this);
    }

    public override string Details =>
        """
        It counts a tap by path, without the query, so it sees a sample of at most --max-rps requests per second; 'conduit stat' counts
        all of them. BEST, WORST and LAST are times to the first byte of a response.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit top deploy/web -n emojivoto", "what web serves and calls, until Ctrl+C"),
        new("conduit top ns/emojivoto --duration 30s -o json", "half a minute of a namespace, for a program"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var tap = _tap.Read(parsed);
        var view = new TopView(_context.Terminal, _format.Read(parsed), tap.MaxRps) { Repeats = parsed.GetValue(_watch) };
        var request = new TopRequest
        {
            Tap = tap,
            Duration = parsed.GetValue(_duration) ?? (view.IsLive || view.Repeats ? null : UnattendedDuration),
            Refresh = view.Refresh,
        };

        using var api = _context.Connect(parsed);
        _context.Terminal.WriteNote(FormattableString.Invariant(
            $"this is a sample of at most {tap.MaxRps} requests per second; 'conduit stat' counts all of them"));

        view.End(await new TopOperation(api, _context.Time).RunAsync(request, view.Show, _context.Terminal.WriteNote, cancellationToken));
        return ExitCode.Ok;
    }
}
