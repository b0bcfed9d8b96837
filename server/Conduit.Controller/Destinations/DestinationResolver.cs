using System.Collections.Immutable;
using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Destinations;

/// <summary>Finds where a target leads in a picture of the cluster.</summary>
internal static class DestinationResolver
{
    private static readonly DestinationView Unknown = new();

    public static DestinationView Resolve(ClusterSnapshot cluster, DestinationTarget target) => target switch
    {
        DestinationTarget.OfService service => ResolveService(cluster, service.Name, service.Port),
        DestinationTarget.OfAddress { Address: var address } when cluster.TryFindService(address.Address, out var name) =>
            ResolveService(cluster, name, address.Port),
        DestinationTarget.OfAddress { Address: var address } => ResolveAddress(cluster, address),
        _ => Unknown,
    };

    private static DestinationView ResolveService(ClusterSnapshot cluster, ServiceName name, int port)
    {
        if (!cluster.TryFindPorts(name, out var ports))
        {
            return Unknown;
        }

        var ready = ports.Where(entry => entry.Port == port).SelectMany(entry => entry.Endpoints).Where(endpoint => endpoint.Ready);

        return new DestinationView
        {
            Exists = true,
            SetLabels = new LabelSet([new(PodLabels.Namespace, name.Namespace), new(PodLabels.Service, name.Name)]),
            Addresses = ready
                .DistinctBy(endpoint => endpoint.Address)
                .ToImmutableDictionary(endpoint => endpoint.Address, endpoint => LabelsOf(endpoint.Pod)),
        };
    }

    // Whoever dials a pod means that pod, ready or not.
    private static DestinationView ResolveAddress(ClusterSnapshot cluster, IPEndPoint address)
    {
        var pod = cluster.FindPodAt(address);

        if (pod is null && cluster.FindEndpoint(address) is null)
        {
            return Unknown;
        }

        return new DestinationView
        {
            Exists = true,
            SetLabels = pod is null ? LabelSet.Empty : new LabelSet([new(PodLabels.Namespace, pod.Namespace)]),
            Addresses = DestinationView.NoAddresses.Add(address, LabelsOf(pod)),
        };
    }

    private static LabelSet LabelsOf(Pod? pod) => pod is null ? LabelSet.Empty : new LabelSet(PodLabels.Of(pod));
}
