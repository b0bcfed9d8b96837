using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using Conduit.Controller.Cluster;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Destinations;

/// <summary>Finds where targets lead in one picture of the cluster. What thousands of proxies follow is found, and held, once.</summary>
/// <param name="cluster">The picture.</param>
/// <param name="views">The views of ports, which outlive the picture where a port does.</param>
internal sealed class DestinationResolver(ClusterSnapshot cluster, ConditionalWeakTable<ServicePortEntry, DestinationView> views)
{
    private static readonly DestinationView Unknown = new();
    private static readonly DestinationView WithoutPort = new() { Exists = true };

    public ClusterSnapshot Cluster => cluster;

    public DestinationView Resolve(DestinationTarget target) => target switch
    {
        DestinationTarget.OfService service => ResolveService(service.Name, service.Port),
        DestinationTarget.OfAddress { Address: var address } when cluster.TryFindService(address.Address, out var name) =>
            ResolveService(name, address.Port),
        DestinationTarget.OfAddress { Address: var address } => ResolveAddress(address),
        _ => Unknown,
    };

    private DestinationView ResolveService(ServiceName name, int port)
    {
        if (!cluster.TryFindPorts(name, out var ports))
        {
            return Unknown;
        }

        return ports.FirstOrDefault(entry => entry.Port == port) is { } found ? views.GetValue(found, ViewOf) : WithoutPort;
    }

    private static DestinationView ViewOf(ServicePortEntry port) => new()
    {
        Exists = true,
        SetLabels = new LabelSet([new(PodLabels.Namespace, port.Service.Namespace), new(PodLabels.Service, port.Service.Name)]),
        Addresses = port.Endpoints
            .Where(endpoint => endpoint.Ready)
            .DistinctBy(endpoint => endpoint.Address)
            .ToImmutableDictionary(endpoint => endpoint.Address, endpoint => LabelsOf(endpoint.Pod)),
    };

    // Whoever dials a pod means that pod, ready or not.
    private DestinationView ResolveAddress(IPEndPoint address)
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
