using Conduit.Kubernetes.Client;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;

namespace Conduit.Operations.Clusters;

/// <summary>The way into the controller's pod: port-forwards through the API server, to whichever pod is the controller now.</summary>
/// <param name="cluster">The cluster; goes with the route.</param>
/// <param name="space">Namespace of the control plane.</param>
public sealed class ControllerRoute(ClusterConnection cluster, string space) : IDisposable
{
    private readonly ControllerPods _pods = new(cluster.Kubernetes, space);
    private ObjectName? _pod;

    internal IKubernetes Kubernetes => cluster.Kubernetes;

    /// <summary>Finds the pod, if it is not known yet.</summary>
    /// <exception cref="ConduitException">There is no controller to talk to; the message says why and what to do.</exception>
    public async Task FindAsync(CancellationToken cancellationToken) => _pod ??= await _pods.FindAsync(cancellationToken);

    /// <summary>A connection to one of the controller's ports.</summary>
    /// <exception cref="ConduitException">It cannot be made; the message says why and what to do.</exception>
    public async Task<Stream> ConnectAsync(Port port, CancellationToken cancellationToken)
    {
        var known = _pod;

        try
        {
            return await ConnectToFoundAsync(port, cancellationToken);
        }
        catch (ConduitException) when (known is not null)
        {
            // The pod that was known may have been replaced since.
            _pod = null;
            return await ConnectToFoundAsync(port, cancellationToken);
        }
    }

    public void Dispose() => cluster.Dispose();

    private async Task<Stream> ConnectToFoundAsync(Port port, CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        return await cluster.Kubernetes.PortForwardAsync(_pod!.Value, port, cancellationToken);
    }
}
