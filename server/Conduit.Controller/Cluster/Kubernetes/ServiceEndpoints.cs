using System.Collections.Immutable;
using System.Net.Sockets;
using Conduit.Model.Cluster;
using Endpoint = Conduit.Model.Cluster.Endpoint;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Puts the slices of a service together.</summary>
internal static class ServiceEndpoints
{
    /// <param name="service">The service, without endpoints.</param>
    /// <param name="slices">Its endpoints.</param>
    /// <param name="unheard">Pods that a slice calls not ready only because their node is not heard.</param>
    public static Service Fill(Service service, IReadOnlyList<SliceEntry> slices, IReadOnlyCollection<string> unheard)
    {
        var family = slices.Any(slice => slice.Family == AddressFamily.InterNetwork) ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;

        // A pod of two families is one endpoint, not two.
        var chosen = slices.Where(slice => slice.Family == family).Select(slice => WithUnheard(slice, unheard)).ToList();
        return service with { Ports = [.. service.Ports.Select(port => port with { Endpoints = Of(port, chosen) })] };
    }

    private static SliceEntry WithUnheard(SliceEntry slice, IReadOnlyCollection<string> unheard) => unheard.Count == 0 ? slice : slice with
    {
        Addresses =
        [
            .. slice.Addresses.Select(address => address is { Readiness: Readiness.NotReady, Pod: { } pod } && unheard.Contains(pod)
                ? address with { Readiness = Readiness.Unheard }
                : address),
        ],
    };

    private static ImmutableArray<Endpoint> Of(ServicePort port, List<SliceEntry> slices)
    {
        // While an address moves from one slice to another it stands in both.
        var best = new SortedDictionary<string, SliceAddress>(StringComparer.Ordinal);

        foreach (var slice in slices)
        {
            foreach (var (_, number) in slice.Ports.Where(named => named.Key == port.Name))
            {
                foreach (var address in slice.Addresses)
                {
                    var text = Text(address.Ip, number);

                    if (!best.TryGetValue(text, out var known) || known.Readiness < address.Readiness)
                    {
                        best[text] = address;
                    }
                }
            }
        }

        // While nothing is ready, what is on its way out and still serves is better than nothing: so says kube-proxy too. So is what
        // serves unheard: a pause of the API server takes every pod of a node out of its services at once, and all are well.
        var wanted = best.Values.Any(address => address.Readiness == Readiness.Ready) ? Readiness.Ready : Readiness.Draining;
        return
        [
            .. best.Select(pair => new Endpoint { Address = pair.Key, Pod = pair.Value.Pod, Ready = pair.Value.Readiness >= wanted }),
        ];
    }

    private static string Text(string ip, int port) => ip.Contains(':', StringComparison.Ordinal) ? $"[{ip}]:{port}" : $"{ip}:{port}";
}
