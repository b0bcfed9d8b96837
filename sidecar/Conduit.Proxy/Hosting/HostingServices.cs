using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Hosting;

internal static class HostingServices
{
    /// <summary>What everything else stands on.</summary>
    public static IServiceCollection AddFoundation(this IServiceCollection services, ProxyOptions options) => services
        .AddSingleton(options)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(SharedRandom())
        .AddSingleton(_ => ProcessClock.OfThisProcess())
        .AddSingleton<ControllerClient>()
        .AddSingleton<ShutdownPlan>()
        .AddSingleton<Readiness>()
        .AddHostedService(provider => provider.GetRequiredService<Readiness>())
        .AddHostedService<IdleSweep>()
        .AddHostedService<ParentPipe>();

#pragma warning disable RS0030 // The one place where the source of randomness is chosen; it is the one that many threads may use.
    private static Random SharedRandom() => Random.Shared;
#pragma warning restore RS0030
}
