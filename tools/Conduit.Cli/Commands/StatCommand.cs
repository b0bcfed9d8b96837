using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Commands;

internal sealed class StatCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly ResourceArgument _target = new();
    private readonly NamespaceOptions _namespace = new();
    private readonly FormatOption _format = FormatOption.ForRows();
    private readonly Option<TimeSpan?> _window = DurationOption.Create("The time up to now that the numbers cover.", StatRequest.DefaultWindow, "--time-window", "-t");
    private readonly Option<string?> _to = ResourceArgument.Option("--to", "Only traffic to this resource.");
    private readonly Option<string?> _toNamespace = new("--to-namespace") { Description = "Namespace of --to. Default: --namespace.", HelpName = "NAMESPACE" };
    private readonly Option<string?> _from = ResourceArgument.Option("--from", "Only traffic from this resource.");
    private readonly Option<string?> _fromNamespace = new("--from-namespace") { Description = "Namespace of --from. Default: --namespace.", HelpName = "NAMESPACE" };
    private readonly Option<string?> _selector = new("--selector", "-l") { Description = "Only resources with these labels.", HelpName = "SELECTOR" };

    public StatCommand(CommandContext context)
        : base("stat", "Show request rate, success rate and latency.")
    {
        _context = context;
        _target.AddTo(this);
        _namespace.AddTo(this);

        foreach (var option in new Option[] { _window, _to, _toNamespace, _from, _fromNamespace, _selector })
        {
            Options.Add(option);
        }

        _format.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit stat deployments -n emojivoto", "every deployment of a namespace"),
        new("conduit stat deploy/voting --from deploy/web -n emojivoto", "what web sends to voting"),
        new("conduit stat deployment emojivoto/voting -t 5m", "one deployment over five minutes"),
        new("conduit stat all -n emojivoto -o json", "everything, for a program"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        using var api = _context.Connect(parsed);
        var result = await new StatOperation(api).RunAsync(request, cancellationToken);

        _context.Terminal.WriteNotes(result.Notes);

        if (result.Rows.IsEmpty)
        {
            _context.Terminal.Error.WriteLine("No traffic found.");
        }

        Write(result, _format.Read(parsed), everyKind: request.Target.Kind is null);
        return ExitCode.Ok;
    }

    private StatRequest Read(ParseResult parsed) => new()
    {
        Target = _target.Read(parsed),
        Namespace = _namespace.Read(parsed),
        Window = parsed.GetValue(_window)!.Value,
        To = ResourceArgument.Read(parsed, _to),
        ToNamespace = parsed.GetValue(_toNamespace),
        From = ResourceArgument.Read(parsed, _from),
        FromNamespace = parsed.GetValue(_fromNamespace),
        LabelSelector = parsed.GetValue(_selector),
    };

    private void Write(StatResult result, OutputFormat format, bool everyKind)
    {
        if (format is OutputFormat.Json or OutputFormat.Yaml)
        {
            DocumentWriter.Write(_context.Terminal.Out, format, StatDocument.Of(result));
        }
        else
        {
            new StatTables(_context.Terminal).Write(result, everyKind, wide: format == OutputFormat.Wide);
        }
    }
}
