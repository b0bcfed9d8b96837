using Conduit.Controller.Cluster.Kubernetes;
using Conduit.Controller.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Conduit.Controller.Cluster;

internal static class ClusterServices
{
    public static IServiceCollection AddCluster(this IServiceCollection services, ControllerOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);

        if (options.StateFile is { } path)
        {
            services.TryAddSingleton<IClusterSource>(provider => new StateFileSource(path, provider.GetRequiredService<TimeProvider>()));
        }
        else
        {
            services.AddKubernetes(options);
        }

        return services.AddSingleton<ClusterStore>().AddHostedService<ClusterFollower>();
    }
}
