using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;
using Conduit.Operations.Inject;
using Conduit.Operations.Rendering;

namespace Conduit.Cli.Commands;

internal sealed class InjectCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly RenderDefaults _defaults;
    private readonly RenderFlagOptions _flags;
    private readonly ManifestArgument _sources = new();

    public InjectCommand(CommandContext context)
        : base("inject", "Add the Conduit proxy to a Kubernetes config.")
    {
        _context = context;
        _defaults = new RenderDefaults(context.Environment.Rendering);
        _flags = new RenderFlagOptions(context, RenderFlag.OfInject());
        _sources.AddTo(this);
        _flags.AddTo(this);
    }

    public override string Details =>
        """
        The proxy's containers are inserted into the text of every workload; every other byte stays as it was, and injecting twice changes
        nothing. Workloads on the host's network, and those annotated conduit.io/inject: disabled, are left out. A line for each object
        goes to stderr, the config to stdout once all of the input was understood: of broken input nothing is written.

        Every flag can be set for one workload by the annotation config.conduit.io/FLAG of its pods, which beats the command line.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit inject app.yml | kubectl apply -f -", "mesh what a file describes"),
        new("kubectl get deploy -n shop -o yaml | conduit inject - | kubectl apply -f -", "mesh what runs already"),
        new("conduit inject app.yml --skip-outbound-ports 3306,6379", "leave traffic to databases alone"),
        new("conduit inject app.yml --native-sidecar=false", "for Kubernetes below 1.29"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new InjectRequest(_sources.Read(parsed), _flags.Read(parsed));
        var operation = new InjectOperation(_defaults, new ManifestLoader(_context.Terminal.Input));
        _context.Terminal.Write(await operation.RunAsync(request, cancellationToken));
        return ExitCode.Ok;
    }
}
