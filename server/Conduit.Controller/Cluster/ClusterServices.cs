using Conduit.Controller.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Conduit.Controller.Cluster;

internal static class ClusterServices
{
    public static IServiceCollection AddCluster(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClusterSource>(provider => new StateFileSource(
            provider.GetRequiredService<ControllerOptions>().StateFile, provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<ClusterStore>().AddHostedService<ClusterFollower>();
    }
}
