namespace Conduit.Proxy.Balancing;

internal static class BalancingServices
{
    public static IServiceCollection AddBalancing(this IServiceCollection services) => services
        .AddSingleton<EndpointFactory>()
        .AddSingleton<Balancer>();
}
