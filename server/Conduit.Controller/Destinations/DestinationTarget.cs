using System.Net;
using Conduit.Controller.Cluster;

namespace Conduit.Controller.Destinations;

/// <summary>What a proxy asks about: a service's port by name, or an address.</summary>
internal abstract record DestinationTarget
{
    private DestinationTarget()
    {
    }

    internal sealed record OfService(ServiceName Name, int Port) : DestinationTarget;

    internal sealed record OfAddress(IPEndPoint Address) : DestinationTarget;
}
