namespace Conduit.Proxy.Taps;

internal static class TapServices
{
    public static IServiceCollection AddTaps(this IServiceCollection services) => services;
}
