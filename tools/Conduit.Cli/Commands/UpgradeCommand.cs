using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Operations.Rendering;
using Conduit.Operations.Upgrade;

namespace Conduit.Cli.Commands;

internal sealed class UpgradeCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly RenderFlagOptions _flags;
    private readonly ControlPlaneOption _controlPlane;

    public UpgradeCommand(CommandContext context)
        : base("upgrade", "Output Kubernetes configs to upgrade an installed Conduit, with the settings that it has.")
    {
        _context = context;
        _flags = new RenderFlagOptions(context, RenderFlag.OfInstall());
        _controlPlane = new ControlPlaneOption(context);
        _controlPlane.AddTo(this);
        _flags.AddTo(this);
    }

    public override string Details =>
        """
        The settings of the last install or upgrade are read from the cluster, flags that are given here beat them, and all is rendered in
        this program's version. Nothing is changed by this program.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit upgrade | kubectl apply -f -", "this program's version, the settings as they are"),
        new("conduit upgrade --controller-log-level debug | kubectl apply -f -", "one setting changed, the others as they are"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var cluster = _context.ConnectCluster(parsed);
        var request = new UpgradeRequest(_controlPlane.Read(parsed), _flags.Read(parsed));
        var operation = new UpgradeOperation(new RenderDefaults(_context.Environment.Rendering), cluster);
        var upgraded = await operation.RunAsync(request, cancellationToken);

        _context.Terminal.WriteNotes(upgraded.Notes);
        await _context.Terminal.Out.WriteAsync(upgraded.Text);
        return ExitCode.Ok;
    }
}
