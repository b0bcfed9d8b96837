using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding.Yarp;
using Conduit.Proxy.Tcp;

namespace Conduit.Proxy.Forwarding;

internal static class ForwardingServices
{
    public static IServiceCollection AddForwarding(this IServiceCollection services) => services
        .AddSingleton<BoundAddresses>()
        .AddSingleton<ConnectionDetector>()
        .AddSingleton<ConnectionIntake>()
        .AddSingleton<UpstreamConnector>()
        .AddSingleton<ExchangeFactory>()
        .AddSingleton<TcpRelay>()
        .AddHttpForwarder()
        .AddSingleton<UpstreamClients>()
        .AddSingleton<EndpointAttempt>()
        .AddSingleton<OwnAnswer>()
        .AddSingleton<RequestForwarder>()
        .AddSingleton<RequestApplication>()
        .AddSingleton<KestrelListeners>();
}
