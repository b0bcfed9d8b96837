using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Taps;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Reliability;

namespace Conduit.Proxy.Taps;

/// <summary>Stays attached to the controller: commands come down, events go up.</summary>
internal sealed class TapClient(ControllerClient controller, TapHub hub, Reconnector reconnector) : BackgroundService
{
    private const string What = "taps";

    private static readonly Method<TapReport, TapCommand> Attach = GrpcMethod.Create<TapReport, TapCommand>(ProxyMethods.AttachTap);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        controller.IsConfigured ? reconnector.RunAsync(What, AttachAsync, stoppingToken) : Task.CompletedTask;

    private async Task AttachAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var call = controller.Invoker.AsyncDuplexStreamingCall(Attach, null, controller.Options(ended.Token));
        await call.RequestStream.WriteAsync(new TapReport(), ended.Token);
        var reporting = ReportAsync(call.RequestStream, ended.Token);

        try
        {
            while (await call.ResponseStream.MoveNext(ended.Token))
            {
                Obey(call.ResponseStream.Current);
            }
        }
        finally
        {
            await ended.CancelAsync();
            await reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            hub.StopAll();
        }
    }

    private async Task ReportAsync(IClientStreamWriter<TapReport> reports, CancellationToken cancellationToken)
    {
        await foreach (var report in hub.Reports.ReadAllAsync(cancellationToken))
        {
            await reports.WriteAsync(report, cancellationToken);
        }
    }

    private void Obey(TapCommand command)
    {
        if (command.CommandCase == TapCommand.CommandOneofCase.Start)
        {
            hub.Start(command.Start);
        }
        else if (command.CommandCase == TapCommand.CommandOneofCase.Stop)
        {
            hub.Stop(command.Stop.TapId);
        }
    }
}
