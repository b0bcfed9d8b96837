using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting;

namespace Conduit.Proxy.Outbound;

internal static class OutboundServices
{
    public static IServiceCollection AddOutbound(this IServiceCollection services) => services
        .AddSingleton<OutboundContext>()
        .AddSingleton<OutboundRouteFactory>()
        .AddSingleton<OutboundRoutes>()
        .AddSingleton<IIdleHolder>(provider => provider.GetRequiredService<OutboundRoutes>())
        .AddSingleton<OutboundListeners>()
        .AddSingleton<IListenerSource>(provider => provider.GetRequiredService<OutboundListeners>())
        .AddHostedService(provider => provider.GetRequiredService<OutboundListeners>());
}
