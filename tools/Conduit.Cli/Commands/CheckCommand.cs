using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Model.Failures;
using Conduit.Operations.Check;
using Conduit.Operations.Rendering;

namespace Conduit.Cli.Commands;

internal sealed class CheckCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly ControlPlaneOption _controlPlane;
    private readonly Option<bool> _pre = new("--pre") { Description = "Check whether Conduit can be installed." };
    private readonly Option<bool> _proxy = new("--proxy") { Description = "Check the proxies too." };
    private readonly Option<string?> _expected = new("--expected-version") { Description = "The version that everything should have.", HelpName = "VERSION" };
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml);

    public CheckCommand(CommandContext context)
        : base("check", "Check that Conduit works, or what stands in its way.")
    {
        _context = context;
        _controlPlane = new ControlPlaneOption(context);
        _controlPlane.AddTo(this);
        Options.Add(_pre);
        Options.Add(_proxy);
        Options.Add(_expected);
        _format.AddTo(this);
    }

    public override string Details =>
        """
        Each line is one check, in the order in which one needs the other: what follows from a failed one is not tried. Below a failed
        check stands what to do. Nothing is asked but the cluster and the mesh.

        --pre looks at the cluster alone, before an installation; --proxy adds the proxy of every pod.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit check --pre", "before an installation"),
        new("conduit check", "after it"),
        new("conduit check --proxy", "once pods are in the mesh"),
    ];

    public override IReadOnlyList<(int Code, string Meaning)> ExitCodes =>
    [
        (ExitCode.Ok, "Every check passed."),
        (ExitCode.CheckFailed, "A check failed, or the command line was not understood."),
        (ExitCode.Interrupted, "Ctrl+C ended it before it was done."),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        var defaults = new RenderDefaults(_context.Environment.Rendering);
        var results = new CheckOperation(_context.Locator, _context.Clusters, defaults, _context.Time).RunAsync(request, cancellationToken);
        var worst = await (_format.Read(parsed) is var format and not OutputFormat.Table
            ? WriteDocumentAsync(results, format)
            : WriteLinesAsync(results));
        return worst == CheckStatus.Ok ? ExitCode.Ok : ExitCode.CheckFailed;
    }

    private CheckRequest Read(ParseResult parsed) => new()
    {
        Mesh = _context.ReadApi(parsed) with { ConduitNamespace = _controlPlane.Read(parsed) },
        Scope = (parsed.GetValue(_pre), parsed.GetValue(_proxy)) switch
        {
            (true, true) => throw new MisuseException("CheckScopes", "--pre and --proxy exclude each other: one is for before an installation, the other for after it"),
            (true, _) => CheckScope.Pre,
            (_, true) => CheckScope.Proxy,
            _ => CheckScope.Installed,
        },
        ExpectedVersion = parsed.GetValue(_expected),
    };

    private async Task<CheckStatus> WriteLinesAsync(IAsyncEnumerable<CheckResult> results)
    {
        var output = _context.Terminal.Out;
        var text = new CheckText(_context.Terminal.OutPalette);
        var worst = CheckStatus.Ok;

        await foreach (var result in results)
        {
            foreach (var line in text.Lines(result))
            {
                output.WriteLine(line);
            }

            output.Flush();
            worst = result.Status > worst ? result.Status : worst;
        }

        output.WriteLine();
        output.WriteLine(text.Summary(worst));
        return worst;
    }

    private async Task<CheckStatus> WriteDocumentAsync(IAsyncEnumerable<CheckResult> results, OutputFormat format)
    {
        var all = await results.ToListAsync();
        DocumentWriter.Write(_context.Terminal.Out, format, CheckDocument.Of(all));
        return all.Max(result => result.Status);
    }
}
