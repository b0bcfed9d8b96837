using Conduit.Controller.PublicApi.Edges;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Controller.PublicApi.Timelines;

namespace Conduit.Controller.PublicApi;

internal static class PublicApiServices
{
    public static IServiceCollection AddPublicApi(this IServiceCollection services) => services
        .AddSingleton<ITrafficSource, RingTraffic>()
        .AddSingleton<StatSummaryHandler>()
        .AddSingleton<TimelineHandler>()
        .AddSingleton<EdgeHandler>()
        .AddSingleton<PodList>()
        .AddSingleton<EndpointList>()
        .AddSingleton<ApiQueries>()
        .AddSingleton<ProxyRoll>()
        .AddSingleton<SelfCheck>()
        .AddSingleton<ApiService>();
}
