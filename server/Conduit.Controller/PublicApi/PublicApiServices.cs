using Conduit.Controller.PublicApi.Stats;

namespace Conduit.Controller.PublicApi;

internal static class PublicApiServices
{
    public static IServiceCollection AddPublicApi(this IServiceCollection services) => services
        .AddSingleton<ITrafficSource, RingTraffic>()
        .AddSingleton<StatSummaryHandler>()
        .AddSingleton<PodList>()
        .AddSingleton<EndpointList>()
        .AddSingleton<SelfCheck>()
        .AddSingleton<ApiService>();
}
