using Conduit.Kubernetes.Client;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;

namespace Conduit.Operations.Clusters;

/// <summary>The way into the controller's pod: port-forwards through the API server, to whichever pod is the controller at that time.</summary>
/// <param name="cluster">The cluster; goes with the route.</param>
/// <param name="space">Namespace of the control plane.</param>
public sealed class ControllerRoute(ClusterConnection cluster, string space) : IDisposable
{
    private readonly ControllerPods _pods = new(cluster.Kubernetes, space);

    internal IKubernetes Kubernetes => cluster.Kubernetes;

    /// <summary>Makes sure that there is a controller to talk to now.</summary>
    /// <exception cref="ConduitException">There is none; the message says why and what to do.</exception>
    public Task DemandControllerAsync(CancellationToken cancellationToken) => _pods.FindAsync(cancellationToken);

    /// <summary>A connection to one of the controller's ports.</summary>
    /// <exception cref="ConduitException">It cannot be made; the message says why and what to do.</exception>
    public async Task<Stream> ConnectAsync(Port port, CancellationToken cancellationToken)
    {
        var pod = await _pods.FindAsync(cancellationToken);
        return await cluster.Kubernetes.PortForwardAsync(pod, port, cancellationToken);
    }

    public void Dispose() => cluster.Dispose();
}
