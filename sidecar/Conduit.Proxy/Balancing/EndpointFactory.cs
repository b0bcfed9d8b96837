using System.Net;
using Conduit.Proxy.Reliability;

namespace Conduit.Proxy.Balancing;

/// <summary>Makes endpoints that have no past.</summary>
internal sealed class EndpointFactory(TimeProvider time, Random random, EjectionOptions ejection)
{
    public Endpoint Create(IPEndPoint address, EndpointLabels labels) =>
        new(address, labels, new PeakEwma(time), new EndpointHealth(time, random, ejection));
}
