namespace Conduit.Controller.Identity;

internal static class IdentityServices
{
    public static IServiceCollection AddIdentity(this IServiceCollection services) =>
        services.AddSingleton<OwnPods>().AddSingleton<ProxyAuthenticator>().AddSingleton<ProxyDirectory>();
}
