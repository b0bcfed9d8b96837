using System.Net.Sockets;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Reads endpoint slices.</summary>
internal static class SliceReader
{
    private const string ServiceLabel = "kubernetes.io/service-name";
    private const string Tcp = "TCP";

    public static SliceEntry Read(V1EndpointSlice slice) => new(
        slice.Metadata?.Labels?.GetValueOrDefault(ServiceLabel) is { } service ? new ObjectName(slice.Metadata.NamespaceProperty, service) : null,
        FamilyOf(slice),
        [
            .. (slice.Ports ?? [])
                .Where(port => port.Protocol is null or Tcp && port.Port is not null)
                .Select(port => KeyValuePair.Create(port.Name ?? "", port.Port!.Value)),
        ],
        [
            .. from endpoint in slice.Endpoints ?? []
               from ip in endpoint.Addresses ?? []
               select new SliceAddress(ip, PodOf(endpoint), ReadinessOf(endpoint.Conditions)),
        ]);

    // Endpoints objects, shown as slices, have no type and may hold either family.
    private static AddressFamily FamilyOf(V1EndpointSlice slice) => slice.AddressType switch
    {
        "IPv4" or null => AddressFamily.InterNetwork,
        "IPv6" => AddressFamily.InterNetworkV6,
        _ => AddressFamily.Unknown,
    };

    private static string? PodOf(V1Endpoint endpoint) => endpoint.TargetRef is { Kind: "Pod" } target ? target.Name : null;

    private static Readiness ReadinessOf(V1EndpointConditions? conditions) => conditions switch
    {
        null or { Ready: null or true } => Readiness.Ready,
        { Serving: true, Terminating: true } => Readiness.Draining,
        _ => Readiness.NotReady,
    };
}
