using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting;

namespace Conduit.Proxy.Inbound;

internal static class InboundServices
{
    public static IServiceCollection AddInbound(this IServiceCollection services) => services
        .AddSingleton<InboundRoutes>()
        .AddSingleton<IIdleHolder>(provider => provider.GetRequiredService<InboundRoutes>())
        .AddSingleton<IListenerSource, InboundListeners>();
}
