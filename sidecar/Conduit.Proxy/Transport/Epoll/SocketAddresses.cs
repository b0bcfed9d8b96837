using System.Buffers.Binary;
using System.Net;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary>Addresses as the kernel lays them out: <c>sockaddr_in</c> and <c>sockaddr_in6</c>.</summary>
internal static class SocketAddresses
{
    public const int MaxLength = 28;

    private const int Ipv4Length = 16;

    public static int FamilyOf(IPEndPoint address) => address.Address.GetAddressBytes().Length == 4 ? Linux.Ipv4 : Linux.Ipv6;

    /// <returns>The bytes written.</returns>
    public static int Write(IPEndPoint address, Span<byte> target)
    {
        target[..MaxLength].Clear();
        var family = FamilyOf(address);
        BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)family);
        BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)address.Port);

        if (family == Linux.Ipv4)
        {
            address.Address.TryWriteBytes(target[4..], out _);
            return Ipv4Length;
        }

        address.Address.TryWriteBytes(target[8..], out _);
        BinaryPrimitives.WriteUInt32LittleEndian(target[24..], (uint)address.Address.ScopeId);
        return MaxLength;
    }

    public static IPEndPoint Read(ReadOnlySpan<byte> source)
    {
        var port = BinaryPrimitives.ReadUInt16BigEndian(source[2..]);

        if (BinaryPrimitives.ReadUInt16LittleEndian(source) == Linux.Ipv4)
        {
            return new IPEndPoint(new IPAddress(source.Slice(4, 4)), port);
        }

        var address = new IPAddress(source.Slice(8, 16), BinaryPrimitives.ReadUInt32LittleEndian(source[24..]));
        return new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port);
    }
}
