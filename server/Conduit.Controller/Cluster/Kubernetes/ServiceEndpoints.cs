using System.Collections.Immutable;
using System.Net.Sockets;
using Conduit.Model.Cluster;
using Endpoint = Conduit.Model.Cluster.Endpoint;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Puts the slices of a service together.</summary>
internal static class ServiceEndpoints
{
    public static Service Fill(Service service, IReadOnlyList<SliceEntry> slices)
    {
        var family = slices.Any(slice => slice.Family == AddressFamily.InterNetwork) ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;

        // A pod of two families is one endpoint, not two.
        var chosen = slices.Where(slice => slice.Family == family).ToList();
        return service with { Ports = [.. service.Ports.Select(port => port with { Endpoints = Of(port, chosen) })] };
    }

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

        // As kube-proxy does: while nothing is ready, what is on its way out and still serves is better than nothing.
        var wanted = best.Values.Any(address => address.Readiness == Readiness.Ready) ? Readiness.Ready : Readiness.Draining;
        return
        [
            .. best.Select(pair => new Endpoint { Address = pair.Key, Pod = pair.Value.Pod, Ready = pair.Value.Readiness >= wanted }),
        ];
    }

    private static string Text(string ip, int port) => ip.Contains(':', StringComparison.Ordinal) ? $"[{ip}]:{port}" : $"{ip}:{port}";
}
