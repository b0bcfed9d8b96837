using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting;

namespace Conduit.Proxy.Telemetry;

internal static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services) => services
        .AddSingleton<HttpSeriesTable>()
        .AddSingleton<IIdleHolder>(provider => provider.GetRequiredService<HttpSeriesTable>())
        .AddSingleton<IExchangeSink, HttpTelemetry>()
        .AddSingleton<TransportMetrics>()
        .AddSingleton<ErrorMetrics>()
        .AddSingleton<DetectionMetrics>()
        .AddSingleton<MetricsPage>()
        .AddSingleton<ReportBuilder>()
        .AddSingleton<IMetricsSection, HttpMetrics>()
        .AddSingleton<IMetricsSection>(provider => provider.GetRequiredService<TransportMetrics>())
        .AddSingleton<IMetricsSection>(provider => provider.GetRequiredService<ErrorMetrics>())
        .AddSingleton<IMetricsSection>(provider => provider.GetRequiredService<DetectionMetrics>())
        .AddSingleton<IMetricsSection, ProcessMetrics>()
        .AddHostedService<TelemetryReporter>();
}
