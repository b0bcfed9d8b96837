using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;
using Conduit.Proxy.Balancing;

namespace Conduit.Proxy.Discovery;

/// <summary>Everything known of a destination at one moment. Updates of the controller make the next one.</summary>
internal sealed record DestinationState(DestinationStatus Status, EndpointSet Endpoints, EndpointLabels Labels)
{
    public static DestinationState Unknown { get; } = new(DestinationStatus.Unknown, EndpointSet.Empty, EndpointLabels.None);

    public static DestinationState Absent { get; } = Unknown with { Status = DestinationStatus.Absent };

    /// <param name="update">What the controller said.</param>
    /// <param name="isFirst">True for the first update of a stream, which replaces what an earlier stream had said.</param>
    /// <param name="endpoints">Makes endpoints that were not known before.</param>
    public DestinationState Apply(Update update, bool isFirst, EndpointFactory endpoints) => update.UpdateCase switch
    {
        Update.UpdateOneofCase.Add => Add(update.Add, isFirst, endpoints),
        Update.UpdateOneofCase.Remove => Remove(update.Remove, isFirst),
        Update.UpdateOneofCase.NoEndpoints => update.NoEndpoints.Exists ? Absent with { Status = DestinationStatus.Known } : Absent,
        _ => this,
    };

    private DestinationState Add(WeightedAddrSet added, bool isFirst, EndpointFactory factory)
    {
        // Replaced or not, an address that was known keeps what was learnt of its load and health.
        var known = Endpoints.Endpoints.ToDictionary(endpoint => endpoint.Address);
        var next = isFirst ? [] : Endpoints.Endpoints.ToList();

        foreach (var weighted in added.Addrs)
        {
            var address = weighted.Addr.ToEndPoint();
            var labels = EndpointLabels.Of(added.MetricLabels, weighted.MetricLabels);
            next.RemoveAll(endpoint => endpoint.Address.Equals(address));
            next.Add(known.TryGetValue(address, out var endpoint) ? endpoint.With(labels) : factory.Create(address, labels));
        }

        return new DestinationState(DestinationStatus.Known, new EndpointSet([.. next]), EndpointLabels.Of(added.MetricLabels, []));
    }

    private DestinationState Remove(AddrSet removed, bool isFirst)
    {
        var gone = removed.Addrs.Select(address => address.ToEndPoint()).ToHashSet();
        var next = isFirst ? [] : Endpoints.Endpoints.Where(endpoint => !gone.Contains(endpoint.Address));
        return this with { Status = DestinationStatus.Known, Endpoints = new EndpointSet([.. next]) };
    }
}
