namespace Conduit.Proxy.Discovery;

internal static class DiscoveryServices
{
    public static IServiceCollection AddDiscovery(this IServiceCollection services) => services.AddSingleton<DestinationWatcher>();
}
