using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Telemetry;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Reliability;

namespace Conduit.Proxy.Telemetry;

/// <summary>Reports the counters to the controller every interval, over one stream after the other, and once more at the end.</summary>
internal sealed class TelemetryReporter(
    ControllerClient controller, ReportBuilder reports, TimeProvider time, Random random, ILogger<TelemetryReporter> logger) : BackgroundService
{
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(2);
    private static readonly Backoff Reconnect = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));
    private static readonly Method<ReportRequest, ReportResponse> Report = GrpcMethod.Create<ReportRequest, ReportResponse>(ProxyMethods.ReportTelemetry);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;

        try
        {
            while (controller.IsConfigured && !stoppingToken.IsCancellationRequested)
            {
                failures = await ReportUntilLostAsync(stoppingToken) ? 1 : failures + 1;
                await Task.Delay(Reconnect.Delay(failures, random), time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The proxy ends; the last report is out or was given up.
        }
    }

    /// <summary>True when the controller answered before the stream was lost.</summary>
    private async Task<bool> ReportUntilLostAsync(CancellationToken stoppingToken)
    {
        using var lost = new CancellationTokenSource();
        var stream = new ReportStream();

        try
        {
            using var call = controller.Invoker.AsyncDuplexStreamingCall(Report, null, controller.Options(lost.Token));
            var answers = ReadAnswersAsync(call.ResponseStream, stream, lost.Token);

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
        catch (RpcException failure)
        {
            TelemetryLog.Lost(logger, failure.Status.Detail);
        }

        return stream.IsAnswered;
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
