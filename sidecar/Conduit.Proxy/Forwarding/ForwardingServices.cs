using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding.Yarp;

namespace Conduit.Proxy.Forwarding;

internal static class ForwardingServices
{
    public static IServiceCollection AddForwarding(this IServiceCollection services) => services
        .AddSingleton<BoundAddresses>()
        .AddSingleton<ConnectionDetector>()
        .AddSingleton<ConnectionIntake>()
        .AddSingleton<UpstreamConnector>()
        .AddSingleton<ExchangeFactory>()
        .AddSingleton<OpaqueRelay>()
        .AddHttpForwarder()
        .AddSingleton<UpstreamClients>()
        .AddSingleton<EndpointAttempt>()
        .AddSingleton<OwnAnswer>()
        .AddSingleton<RequestForwarder>()
        .AddSingleton<RequestApplication>()
        .AddSingleton<KestrelListeners>();
}
