using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Operations.Install;
using Conduit.Operations.Rendering;

namespace Conduit.Cli.Commands;

internal sealed class InstallCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly RenderDefaults _defaults;
    private readonly RenderFlagOptions _flags;
    private readonly ControlPlaneOption _controlPlane;

    public InstallCommand(CommandContext context)
        : base("install", "Output Kubernetes configs to install Conduit.")
    {
        _context = context;
        _defaults = new RenderDefaults(context.Environment.Rendering);
        _flags = new RenderFlagOptions(context, RenderFlag.OfInstall());
        _controlPlane = new ControlPlaneOption(context);
        _controlPlane.AddTo(this);
        _flags.AddTo(this);
    }

    public override string Details =>
        """
        The configs depend on the flags alone: two renders are the same bytes. They are one namespace with the controller, its proxy, and
        the rights to read pods, services, endpoints and workloads. No cluster is asked.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit install | kubectl apply -f -", "a control plane in the namespace conduit"),
        new("conduit install -n my-mesh --registry example.org/mesh | kubectl apply -f -", "another namespace, images of your own registry"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var flags = _flags.Read(parsed).SetItem(RenderFlag.ControlPlane, _controlPlane.Read(parsed));
        var installed = new InstallOperation(_defaults).Run(new InstallRequest(flags));

        _context.Terminal.WriteNotes(installed.Notes);
        await _context.Terminal.Out.WriteAsync(installed.Text);
        return ExitCode.Ok;
    }
}
