using System.Net;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary>What the kernel knows of a socket.</summary>
internal static unsafe class SocketQueries
{
    /// <summary>Null when the socket has no address any more.</summary>
    public static IPEndPoint? LocalAddress(int socket)
    {
        var address = stackalloc byte[SocketAddresses.MaxLength];
        uint length = SocketAddresses.MaxLength;

        return NativeMethods.GetName(socket, address, &length) == 0
            ? SocketAddresses.Read(new ReadOnlySpan<byte>(address, SocketAddresses.MaxLength))
            : null;
    }

    /// <summary>Where it was going before it was redirected here; null when it was not, or only to where it is now.</summary>
    public static IPEndPoint? OriginalDestination(int socket)
    {
        var original = Ask(socket, Linux.IpLevel) ?? Ask(socket, Linux.Ipv6Level);
        return original is not null && original.Equals(LocalAddress(socket)) ? null : original;
    }

    private static IPEndPoint? Ask(int socket, int level)
    {
        var address = stackalloc byte[SocketAddresses.MaxLength];
        uint length = SocketAddresses.MaxLength;

        return NativeMethods.GetOption(socket, level, Linux.OriginalDestination, address, &length) == 0
            ? SocketAddresses.Read(new ReadOnlySpan<byte>(address, SocketAddresses.MaxLength))
            : null;
    }
}
