namespace Conduit.Controller.Taps;

internal static class TapsServices
{
    public static IServiceCollection AddTaps(this IServiceCollection services) => services
        .AddSingleton<TapHub>()
        .AddSingleton<TapService>()
        .AddSingleton<TapHandler>()
        .AddHostedService<TapFollower>();
}
