using Conduit.Controller.PublicApi.Stats;

namespace Conduit.Controller.Prometheus;

internal static class PrometheusServices
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Takes the answers about traffic from a Prometheus.</summary>
    public static IServiceCollection AddPrometheus(this IServiceCollection services, Uri address) => services
        .AddSingleton(new PrometheusClient(address, new HttpClient { Timeout = Timeout }))
        .AddSingleton<ITrafficSource, PrometheusTraffic>();
}
