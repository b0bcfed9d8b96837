using System.CommandLine;
using Conduit.Cli.Commands.Options;
using Conduit.Cli.Hosting;
using Conduit.Operations.Uninstall;

namespace Conduit.Cli.Commands;

internal sealed class UninstallCommand : VerbCommand
{
    private readonly CommandContext _context;
    private readonly ControlPlaneOption _controlPlane;
    private readonly Option<bool> _force = new("--force") { Description = "Uninstall even though pods are still in the mesh." };

    public UninstallCommand(CommandContext context)
        : base("uninstall", "Output the Kubernetes objects of an installed Conduit, to delete them.")
    {
        _context = context;
        _controlPlane = new ControlPlaneOption(context);
        _controlPlane.AddTo(this);
        Options.Add(_force);
    }

    public override string Details =>
        """
        The objects are those that carry the control plane's label on the cluster; nothing is deleted by this program. It refuses while
        pods are in the mesh, because their proxies would lose it. A namespace that others' pods are in is spared.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit uninstall | kubectl delete -f -", "the control plane in the namespace conduit"),
        new("conduit uninstall -n my-mesh", "see what would be deleted"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var cluster = _context.ConnectCluster(parsed);
        var request = new UninstallRequest(_controlPlane.Read(parsed)) { Force = parsed.GetValue(_force) };
        var uninstalled = await new UninstallOperation(cluster).RunAsync(request, cancellationToken);

        _context.Terminal.WriteNotes(uninstalled.Notes);
        await _context.Terminal.Out.WriteAsync(uninstalled.Text);
        return ExitCode.Ok;
    }
}
