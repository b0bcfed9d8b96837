using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Http1;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Conduit.Proxy.Relay;

internal static class RelayServices
{
    /// <summary>Decides who listens: the relay, which leaves to Kestrel what it cannot carry, or Kestrel alone.</summary>
    public static IServiceCollection AddTransport(this IServiceCollection services, HttpEngine engine) => services
        .AddSingleton<Http1Options>()
        .AddSingleton<RelayTelemetry>()
        .AddSingleton<RelayLoop>()
        .AddSingleton<RelayTransport>()
        .AddSingleton<IConnectionListenerFactory>(provider => engine == HttpEngine.Relay
            ? provider.GetRequiredService<RelayTransport>()
            : new SocketTransportFactory(Options.Create(new SocketTransportOptions()), provider.GetRequiredService<ILoggerFactory>()));
}
