using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Documents;
using Conduit.Cli.Output.Tables;
using Conduit.Operations.Dev;

namespace Conduit.Cli.Commands.Dev;

internal sealed class DevStatusCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml, OutputFormat.Name);

    public DevStatusCommand(CommandContext context)
        : base("status", "List the meshes on this machine with their processes.")
    {
        _context = context;
        _format.AddTo(this);
    }

    public override string Details =>
        """
        A mesh is listed from its start until its last process has ended, with the addresses of its API, its dashboard and its
        application.
        """;

    public override IReadOnlyList<Example> Examples => [new("conduit dev status -o json", "every mesh, process and port, for a program")];

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var meshes = new DevStatusOperation(_context.DevMeshes).Run();

        new ResultWriter(_context.Terminal, _format.Read(parsed)) { Names = meshes.Select(mesh => mesh.Name) }.Write(
            meshes.Count,
            none: "No dev mesh runs.",
            () => DevStatusDocument.Of(meshes),
            _ => new DevStatusTables(_context.Terminal).Write(meshes));
        return Task.FromResult(ExitCode.Ok);
    }
}
