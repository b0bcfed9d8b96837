namespace Conduit.Proxy.Admin;

internal static class AdminServices
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .AddSingleton<AdminApplication>()
        .AddSingleton<AdminServer>()
        .AddHostedService(provider => provider.GetRequiredService<AdminServer>());
}
