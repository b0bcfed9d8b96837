using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Telemetry;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Reliability;

namespace Conduit.Proxy.Telemetry;

/// <summary>Reports the counters to the controller every interval, over one stream after the other, and once more at the end.</summary>
internal sealed class TelemetryReporter(
    ControllerClient controller, ReportBuilder reports, Reconnector reconnector, TimeProvider time) : BackgroundService
{
    private const string What = "telemetry";

    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(2);
    private static readonly Method<ReportRequest, ReportResponse> Report = GrpcMethod.Create<ReportRequest, ReportResponse>(ProxyMethods.ReportTelemetry);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        controller.IsConfigured ? reconnector.RunAsync(What, ReportUntilLostAsync, stoppingToken) : Task.CompletedTask;

    private async Task ReportUntilLostAsync(CancellationToken stoppingToken)
    {
        // Not the proxy's own token: when the proxy ends, the last report must still get through.
        using var lost = new CancellationTokenSource();
        using var call = controller.Invoker.AsyncDuplexStreamingCall(Report, null, controller.Options(lost.Token));
        var stream = new ReportStream();
        var answers = ReadAnswersAsync(call.ResponseStream, stream, lost.Token);

        try
        {
            while (!stoppingToken.IsCancellationRequested && !answers.IsCompleted)
            {
                await call.RequestStream.WriteAsync(reports.Build(stream), lost.Token);
                await Task.WhenAny(answers, Task.Delay(stream.Interval, time, stoppingToken));
            }

            if (stoppingToken.IsCancellationRequested)
            {
                lost.CancelAfter(FlushLimit);
                await call.RequestStream.WriteAsync(reports.Build(stream), lost.Token);
                await call.RequestStream.CompleteAsync();
            }

            await answers;
        }
        finally
        {
            await lost.CancelAsync();
            await answers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAnswersAsync(IAsyncStreamReader<ReportResponse> answers, ReportStream stream, CancellationToken cancellationToken)
    {
        while (await answers.MoveNext(cancellationToken))
        {
            reports.Answered();
            stream.Answered(answers.Current);
        }
    }
}
