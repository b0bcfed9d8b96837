using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Operations.Version;

namespace Conduit.Cli.Commands;

internal sealed class VersionCommand : VerbCommand
{
    private const string Unavailable = "unavailable";

    private readonly CommandContext _context;
    private readonly Option<bool> _short = new("--short") { Description = "Print the versions alone." };
    private readonly Option<bool> _client = new("--client") { Description = "Print this program's version; ask no mesh." };
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml);

    public VersionCommand(CommandContext context)
        : base("version", "Show the versions of this program and of the mesh.")
    {
        _context = context;
        Options.Add(_short);
        Options.Add(_client);
        _format.AddTo(this);
    }

    public override string Details => "Without a mesh, the server is unavailable, and a note on stderr says why.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit version", "both versions"),
        new("conduit version --client --short", "this program's alone"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var server = parsed.GetValue(_client)
            ? null
            : await new VersionOperation(() => _context.Connect(parsed)).RunAsync(cancellationToken);

        if (server?.Unavailable is { } reason)
        {
            _context.Terminal.WriteNote(reason);
        }

        Write(server, _format.Read(parsed), bare: parsed.GetValue(_short));
        return ExitCode.Ok;
    }

    private void Write(VersionResult? server, OutputFormat format, bool bare)
    {
        var output = _context.Terminal.Out;

        if (format != OutputFormat.Table)
        {
            DocumentWriter.Write(output, format, VersionDocument.Of(ConduitNames.Version, server));
            return;
        }

        output.WriteLine((bare ? "" : "Client version: ") + ConduitNames.Version);

        if (server is not null)
        {
            output.WriteLine((bare ? "" : "Server version: ") + (server.Server ?? Unavailable));
        }
    }
}
