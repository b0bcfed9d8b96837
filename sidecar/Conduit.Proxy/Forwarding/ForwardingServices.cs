using Conduit.Proxy.Forwarding.Yarp;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Relay;

namespace Conduit.Proxy.Forwarding;

internal static class ForwardingServices
{
    /// <summary>What both engines tell others, and the engine that was chosen. It comes last, so that nothing is accepted before all else runs.</summary>
    public static IServiceCollection AddForwarding(this IServiceCollection services, HttpEngine engine)
    {
        services.AddSingleton<BoundAddresses>().AddSingleton<ExchangeFactory>();
        return engine == HttpEngine.Relay ? services.AddRelayEngine() : services.AddYarpEngine();
    }
}
