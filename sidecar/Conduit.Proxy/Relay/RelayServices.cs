using Conduit.Proxy.Http1;

namespace Conduit.Proxy.Relay;

internal static class RelayServices
{
    /// <summary>Event loops take the connections and relay what comes on them.</summary>
    public static IServiceCollection AddRelayEngine(this IServiceCollection services) => services
        .AddSingleton<Http1Options>()
        .AddSingleton<RelayTelemetry>()
        .AddSingleton<RelayPathFactory>()
        .AddSingleton<RelayWorkers>()
        .AddHostedService<RelayServer>();
}
