using Conduit.Proxy.Reliability;

namespace Conduit.Proxy.Balancing;

internal static class BalancingServices
{
    public static IServiceCollection AddBalancing(this IServiceCollection services) => services
        .AddSingleton(new EjectionOptions())
        .AddSingleton<EndpointFactory>()
        .AddSingleton<Balancer>();
}
