namespace Conduit.Controller.Metrics;

internal static class MetricsServices
{
    public static IServiceCollection AddTrafficMetrics(this IServiceCollection services) => services
        .AddSingleton(new RingLimits())
        .AddSingleton<TrafficRing>()
        .AddSingleton<TelemetryService>()
        .AddHostedService<RingSweeper>();
}
