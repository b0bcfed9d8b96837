using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Taps;

internal static class TapServices
{
    public static IServiceCollection AddTaps(this IServiceCollection services) => services
        .AddSingleton<TapHub>()
        .AddSingleton<IExchangeSink>(provider => provider.GetRequiredService<TapHub>())
        .AddHostedService<TapClient>();
}
