using Conduit.Controller.Settings;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Conduit.Controller.Cluster.Kubernetes;

internal static class KubernetesServices
{
    public static IServiceCollection AddKubernetes(this IServiceCollection services, ControllerOptions options)
    {
        services.TryAddSingleton(provider => Configure(options, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IKubernetes>(provider => new KubernetesClient(
            provider.GetRequiredService<KubernetesClientConfiguration>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IClusterSource, KubernetesSource>();
        return services.AddSingleton(new PodReader(options.ControllerNamespace)).AddSingleton(provider => new ReflectorFactory(
            new Random(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
    }

    private static KubernetesClientConfiguration Configure(ControllerOptions options, TimeProvider time)
    {
        var environment = KubernetesEnvironment.OfThisProcess();
        return options.Kubeconfig is { } path
            ? KubernetesClientConfiguration.BuildDefaultConfig(path, currentContext: null, environment, time)
            : KubernetesClientConfiguration.InClusterConfig(environment, time);
    }
}
