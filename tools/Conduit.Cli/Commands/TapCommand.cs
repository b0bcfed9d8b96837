using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Operations.Tap;

namespace Conduit.Cli.Commands;

internal sealed class TapCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly TapOptions _tap;
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Wide, OutputFormat.Json);

    public TapCommand(CommandContext context)
        : base("tap", "Watch requests as they happen.")
    {
        _context = context;
        _tap = new TapOptions(context, defaultMaxRps: 1);
        _tap.AddTo(this);
        _format.AddTo(this);
    }

    public override string Details =>
        """
        A request is up to three lines: it began (req), was answered (rsp), ended (end). Latency and duration are in microseconds. Pods
        that start while the tap runs are tapped too. It lasts until Ctrl+C.

        -o wide adds what is known of both ends; -o json is one object per line.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit tap deployment emojivoto/web", "one request a second of a deployment"),
        new("conduit tap deploy/web -n emojivoto --to svc/voting-svc --max-rps 10", "only what it sends to a service"),
        new("conduit tap ns/emojivoto --path /api/vote --method GET -o json", "one JSON object per line"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = _tap.Read(parsed);
        var format = _format.Read(parsed);
        using var api = _context.Connect(parsed);

        try
        {
            await foreach (var tapEvent in new TapOperation(api).RunAsync(request, _context.Terminal.WriteNote, cancellationToken))
            {
                Write(tapEvent, format);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is how a tap ends.
        }

        return ExitCode.Ok;
    }

    private void Write(TapEvent tapEvent, OutputFormat format)
    {
        var output = _context.Terminal.Out;

        if (format == OutputFormat.Json)
        {
            DocumentWriter.WriteLine(output, TapDocument.Of(tapEvent));
        }
        else
        {
            output.WriteLine(TapLine.Of(tapEvent, wide: format == OutputFormat.Wide));
        }

        output.Flush();
    }
}
