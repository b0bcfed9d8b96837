using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Headers that speak of one connection only and so end here (RFC 9110 §7.6.1), those that <c>Connection</c> names included.</summary>
internal readonly struct HopByHop(StringValues connection)
{
    private static readonly FrozenSet<string> Always = new[]
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade", "HTTP2-Settings", "TE",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly StringValues _connection = connection;

    public bool Contains(string name)
    {
        if (Always.Contains(name))
        {
            return true;
        }

        foreach (var value in _connection)
        {
            foreach (var range in value.AsSpan().Split(','))
            {
                if (value.AsSpan(range).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
