using System.Collections.Immutable;
using System.Net;

namespace Conduit.Proxy.Forwarding;

/// <summary>
/// Where the proxy itself listens, known once it does. A request that would go to a listener of its own direction would come round
/// for ever; one that leaves the pod and comes in again is a service that calls itself.
/// </summary>
internal sealed class BoundAddresses
{
    private ImmutableArray<BoundAddress> _all = [];

    /// <summary>Inbound first, each direction in its own order.</summary>
    public ImmutableArray<BoundAddress> All => _all;

    public void Set(ImmutableArray<BoundAddress> addresses) => ImmutableInterlocked.InterlockedExchange(ref _all, addresses);

    /// <param name="direction">The request's.</param>
    /// <param name="destination">Where it would go.</param>
    /// <param name="local">The address at which its connection was accepted: one that a listener on all addresses certainly has.</param>
    public bool IsLoop(Direction direction, IPEndPoint destination, IPAddress? local)
    {
        foreach (var own in _all)
        {
            if (own.Direction == direction && own.Address.Port == destination.Port && IsSameHost(own.Address.Address, destination.Address, local))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSameHost(IPAddress own, IPAddress other, IPAddress? local)
    {
        var isAny = own.Equals(IPAddress.Any) || own.Equals(IPAddress.IPv6Any);
        return isAny ? IPAddress.IsLoopback(other) || IsSame(other, local) : IsSame(own, other);
    }

    private static bool IsSame(IPAddress address, IPAddress? other) => other is not null && address.MapToIPv6().Equals(other.MapToIPv6());
}
