using System.CommandLine;
using Conduit.Cli.Hosting;
using Conduit.Operations.PrometheusConfig;

namespace Conduit.Cli.Commands;

internal sealed class PrometheusConfigCommand(CommandContext context)
    : VerbCommand("prometheus-config", "Output a Prometheus configuration that reads the mesh's metrics.")
{
    public override string Details =>
        """
        It reads the proxies and the controller by the labels of their pods; with --mesh, those of a dev mesh by their addresses, which
        hold until it stops. With it, Prometheus has the metrics that 'conduit install --prometheus-url' asks it for. No cluster is asked.
        """;

    public override IReadOnlyList<Example> Examples =>
    [
        new("conduit prometheus-config > prometheus.yml", "for a Prometheus in the cluster, which may list pods"),
        new("conduit prometheus-config --mesh emojivoto > prometheus.yml", "for a Prometheus beside a dev mesh"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new PrometheusConfigRequest(parsed.GetValue(context.Globals.ConduitNamespace)!, parsed.GetValue(context.Globals.Mesh));
        await context.Terminal.Out.WriteAsync(new PrometheusConfigOperation(context.DevMeshes).Run(request));
        return ExitCode.Ok;
    }
}
