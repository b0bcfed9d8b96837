namespace Conduit.Proxy.Reliability;

internal static class ReliabilityServices
{
    public static IServiceCollection AddReliability(this IServiceCollection services) => services
        .AddSingleton(new EjectionOptions())
        .AddSingleton<Reconnector>();
}
