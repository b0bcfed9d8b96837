using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Configuration;

namespace Conduit.Operations.Clusters;

/// <summary>Makes connections to clusters from kubeconfig files, or from the service account of the pod that this runs in.</summary>
public sealed class ClusterConnector(KubernetesEnvironment environment, TimeProvider time)
{
    public static ClusterConnector OfThisProcess(TimeProvider time) => new(KubernetesEnvironment.OfThisProcess(), time);

    /// <summary>Reads the configuration; nothing is sent before the first question.</summary>
    /// <exception cref="KubeConfigException">Nothing leads to a cluster; the message says what was looked at and what to do.</exception>
    public ClusterConnection Connect(ClusterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        var configuration = KubernetesClientConfiguration.BuildDefaultConfig(options.Kubeconfig, options.Context, environment, time);
        return new ClusterConnection(new KubernetesClient(configuration, time), configuration.Source, configuration.Namespace);
    }
}
