using Conduit.Proxy.Detection;

namespace Conduit.Proxy.Forwarding.Yarp;

internal static class YarpServices
{
    /// <summary>Kestrel takes the connections, YARP's forwarder their requests.</summary>
    public static IServiceCollection AddYarpEngine(this IServiceCollection services) => services
        .AddSingleton<ConnectionDetector>()
        .AddSingleton<ConnectionIntake>()
        .AddSingleton<UpstreamConnector>()
        .AddSingleton<OpaqueRelay>()
        .AddHttpForwarder()
        .AddSingleton<UpstreamClients>()
        .AddSingleton<EndpointAttempt>()
        .AddSingleton<OwnAnswer>()
        .AddSingleton<RequestForwarder>()
        .AddSingleton<RequestApplication>()
        .AddSingleton<KestrelListeners>()
        .AddHostedService<YarpServer>();
}
