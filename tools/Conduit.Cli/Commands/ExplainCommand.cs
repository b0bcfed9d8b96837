using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Model.Failures;
using Conduit.Operations.Explain;

namespace Conduit.Cli.Commands;

internal sealed class ExplainCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string?> _code = new("CODE")
    {
        Description = "The code, as the header conduit-error, the proxy's log and its metrics have it. Default: list all.",
        HelpName = "CODE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml);

    public ExplainCommand(CommandContext context)
        : base("explain", "Say what an error of a proxy means, who failed, and what to do next.")
    {
        _context = context;
        _code.CompletionSources.Add([.. ExplainOperation.List().Select(error => error.Code)]);
        Arguments.Add(_code);
        _format.AddTo(this);
    }

    public override string Details =>
        """
        A proxy that answers in an application's place says so with a code: in the header conduit-error of its response, in its log, and
        in the metric conduit_proxy_errors_total. No mesh is asked.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new($"conduit explain {ProxyErrors.NoEndpoints.Code}", "one error"),
        new("conduit explain", "every error that a proxy answers with"),
    ];

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var code = parsed.GetValue(_code);
        var errors = code is null ? ExplainOperation.List() : [ExplainOperation.Find(code)];

        new ResultWriter(_context.Terminal, _format.Read(parsed)).Write(
            errors.Length,
            none: "",
            () => ErrorsDocument.Of(errors),
            _ => Write(errors, inFull: code is not null));
        return Task.FromResult(ExitCode.Ok);
    }

    private void Write(IReadOnlyList<ProxyError> errors, bool inFull)
    {
        if (!inFull)
        {
            ErrorsTable.Of(errors).Write(_context.Terminal);
            return;
        }

        foreach (var line in errors.SelectMany(ErrorText.Lines))
        {
            _context.Terminal.Out.WriteLine(line);
        }
    }
}
