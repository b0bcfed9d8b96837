using System.Collections.Immutable;
using System.Net;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster;

/// <summary>A picture of the cluster with the indexes that questions need. Never changes; a new picture is a new snapshot.</summary>
internal sealed class ClusterSnapshot
{
    private readonly Dictionary<PodName, Pod> _pods;
    private readonly Dictionary<IPAddress, Pod> _podsByIp;
    private readonly Dictionary<ServiceName, ImmutableArray<ServicePortEntry>> _services;
    private readonly Dictionary<IPAddress, ServiceName> _servicesByIp = [];
    private readonly Dictionary<IPEndPoint, EndpointEntry> _endpoints = [];

    /// <param name="state">The picture.</param>
    /// <param name="token">What the proxies of a dev mesh show; null on a cluster.</param>
    /// <param name="last">The snapshot before, from which unchanged ports are taken over; null for none.</param>
    public ClusterSnapshot(ClusterState state, string? token = null, ClusterSnapshot? last = null)
    {
        State = state;
        Token = token;
        _pods = state.Pods.DistinctBy(PodName.Of).ToDictionary(PodName.Of);
        _podsByIp = IndexByIp(state.Pods);
        _services = state.Services.DistinctBy(NameOf).ToDictionary(NameOf, service => TakeOver(last, service, ReadPorts(service)));
        IndexAddresses();
    }

    public static ClusterSnapshot Empty { get; } = new(ClusterState.Empty);

    public ClusterState State { get; }

    /// <inheritdoc cref="ClusterReading.Token"/>
    public string? Token { get; }

    public Pod? FindPod(PodName name) => _pods.GetValueOrDefault(name);

    /// <summary>The pod with that address; null when none or several have it, as in a dev mesh or with host networking.</summary>
    public Pod? FindPodByIp(IPAddress ip) => _podsByIp.GetValueOrDefault(ip);

    /// <summary>The endpoint at that address, whichever service it stands behind.</summary>
    public EndpointEntry? FindEndpoint(IPEndPoint address) => _endpoints.GetValueOrDefault(address);

    /// <summary>The service with that cluster IP.</summary>
    public bool TryFindService(IPAddress clusterIp, out ServiceName name) => _servicesByIp.TryGetValue(clusterIp, out name);

    /// <summary>The ports of the service, which may be none.</summary>
    public bool TryFindPorts(ServiceName name, out ImmutableArray<ServicePortEntry> ports) => _services.TryGetValue(name, out ports);

    /// <summary>The pod behind an address: the one that serves there, or the only one with that IP.</summary>
    public Pod? FindPodAt(IPEndPoint address) => FindEndpoint(address)?.Pod ?? FindPodByIp(address.Address);

    private static ServiceName NameOf(Service service) => new(service.Namespace, service.Name);

    private static Dictionary<IPAddress, Pod> IndexByIp(ImmutableArray<Pod> pods) => pods
        .Where(pod => pod.Phase is not (PodPhase.Succeeded or PodPhase.Failed))
        .Select(pod => (Pod: pod, Ip: IPAddress.TryParse(pod.Ip, out var ip) ? ip : null))
        .Where(pair => pair.Ip is not null && !IPAddress.IsLoopback(pair.Ip))
        .GroupBy(pair => pair.Ip!, pair => pair.Pod)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single());

    // Thousands of streams ask whether what they follow is still the same, which is at once told of the same object.
    private static ImmutableArray<ServicePortEntry> TakeOver(ClusterSnapshot? last, Service service, ImmutableArray<ServicePortEntry> ports) =>
        last is not null
        && last.TryFindPorts(NameOf(service), out var known)
        && known.SequenceEqual(ports) ? known : ports;

    private ImmutableArray<ServicePortEntry> ReadPorts(Service service) =>
        [.. service.Ports.Select(port => new ServicePortEntry(service, port.Port, ReadEndpoints(service, port)))];

    private ImmutableArray<EndpointEntry> ReadEndpoints(Service service, ServicePort port)
    {
        var entries = ImmutableArray.CreateBuilder<EndpointEntry>(port.Endpoints.Length);

        foreach (var endpoint in port.Endpoints)
        {
            if (IPEndPoint.TryParse(endpoint.Address, out var address) && address.Port != 0)
            {
                var pod = endpoint.Pod is null ? null : FindPod(new PodName(service.Namespace, endpoint.Pod));
                entries.Add(new EndpointEntry(address, pod, endpoint.Ready));
            }
        }

        return entries.DrainToImmutable();
    }

    private void IndexAddresses()
    {
        foreach (var (name, ports) in _services)
        {
            foreach (var endpoint in ports.SelectMany(port => port.Endpoints))
            {
                _endpoints.TryAdd(endpoint.Address, endpoint);
            }
        }

        foreach (var service in State.Services)
        {
            if (IPAddress.TryParse(service.ClusterIp, out var ip))
            {
                _servicesByIp.TryAdd(ip, NameOf(service));
            }
        }
    }
}
