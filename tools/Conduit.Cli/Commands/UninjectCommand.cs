using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Operations.Rendering;
using Conduit.Operations.Uninject;

namespace Conduit.Cli.Commands;

internal sealed class UninjectCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly ManifestArgument _sources = new();

    public UninjectCommand(CommandContext context)
        : base("uninject", "Remove the Conduit proxy from a Kubernetes config.")
    {
        _context = context;
        _sources.AddTo(this);
    }

    public override string Details =>
        """
        What inject wrote is taken out: its containers, and annotations and labels that begin with conduit.io/. Of a file that inject
        wrote, that is the input byte for byte. Settings of your own, config.conduit.io/FLAG, stay.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit uninject app-meshed.yml", "the file as it was before inject"),
        new("kubectl get deploy -n shop -o yaml | conduit uninject - | kubectl apply -f -", "take what runs out of the mesh"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var operation = new UninjectOperation(new ManifestLoader(_context.Terminal.Input));
        _context.Terminal.Write(await operation.RunAsync(new UninjectRequest(_sources.Read(parsed)), cancellationToken));
        return ExitCode.Ok;
    }
}
