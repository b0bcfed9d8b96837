using System.Net;
using Conduit.Proxy.Reliability;

namespace Conduit.Proxy.Balancing;

/// <summary>
/// One address that requests can go to. What is known of it (its labels) never changes; what is learnt of it (load and health) lives on
/// when a new snapshot carries the same address.
/// </summary>
internal sealed class Endpoint(IPEndPoint address, EndpointLabels labels, PeakEwma load, EndpointHealth health)
{
    public IPEndPoint Address { get; } = address;

    public EndpointLabels Labels { get; } = labels;

    public PeakEwma Load { get; } = load;

    public EndpointHealth Health { get; } = health;

    public Endpoint With(EndpointLabels labels) => labels.Equals(Labels) ? this : new Endpoint(Address, labels, Load, Health);
}
