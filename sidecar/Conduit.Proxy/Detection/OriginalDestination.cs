using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Conduit.Proxy.Detection;

/// <summary>Asks the kernel where a connection was going before iptables redirected it (SO_ORIGINAL_DST).</summary>
internal static class OriginalDestination
{
    private const int SolIp = 0;
    private const int SolIpv6 = 41;
    private const int SoOriginalDst = 80;

    // sizeof(struct sockaddr_in6); sockaddr_in is shorter.
    private const int LongestAddress = 28;

    /// <summary>Null when the connection was not redirected, and when it was going to the proxy's own listener.</summary>
    public static IPEndPoint? Of(Socket socket)
    {
        if (!OperatingSystem.IsLinux() || socket.LocalEndPoint is not IPEndPoint local)
        {
            return null;
        }

        var original = IsIpv4(local.Address) ? Ask(socket, SolIp) : Ask(socket, SolIpv6);
        return original is null || IsSame(original, local) ? null : original;
    }

    internal static IPEndPoint Parse(ReadOnlySpan<byte> address, int level)
    {
        var port = BinaryPrimitives.ReadUInt16BigEndian(address[2..]);
        var ip = level == SolIp ? address.Slice(4, 4) : address.Slice(8, 16);
        return new IPEndPoint(new IPAddress(ip), port);
    }

    private static IPEndPoint? Ask(Socket socket, int level)
    {
        Span<byte> address = stackalloc byte[LongestAddress];

        try
        {
            _ = socket.GetRawSocketOption(level, SoOriginalDst, address);
            return Parse(address, level);
        }
        catch (SocketException)
        {
            // ENOENT: connection tracking knows of no redirection.
            return null;
        }
    }

    private static bool IsIpv4(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6;

    private static bool IsSame(IPEndPoint original, IPEndPoint local) =>
        original.Port == local.Port && original.Address.MapToIPv6().Equals(local.Address.MapToIPv6());
}
