using System.Collections.Immutable;
using System.Net;

namespace Conduit.Proxy.Forwarding;

/// <summary>Where the proxy itself listens, known once it does; a request that would go there would come back.</summary>
internal sealed class BoundAddresses
{
    private ImmutableArray<IPEndPoint> _addresses = [];

    public ImmutableArray<IPEndPoint> All => _addresses;

    public void Set(ImmutableArray<IPEndPoint> addresses) => ImmutableInterlocked.InterlockedExchange(ref _addresses, addresses);

    /// <param name="destination">Where a request would go.</param>
    /// <param name="local">The address at which its connection was accepted: one that a listener on all addresses certainly has.</param>
    public bool Contains(IPEndPoint destination, IPAddress? local)
    {
        foreach (var own in _addresses)
        {
            if (own.Port == destination.Port && IsSameHost(own.Address, destination.Address, local))
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
