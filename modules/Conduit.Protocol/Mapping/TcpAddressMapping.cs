using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Conduit.Protocol.Common;
using WireAddress = Conduit.Protocol.Common.IPAddress;

namespace Conduit.Protocol.Mapping;

/// <summary>Between the wire's addresses and <see cref="IPEndPoint"/>.</summary>
public static class TcpAddressMapping
{
    public static TcpAddress ToWire(this IPEndPoint endpoint) =>
        new() { Ip = ToWire(endpoint.Address), Port = (uint)endpoint.Port };

    /// <summary>An unset address is 0.0.0.0, as proto3 reads a missing number.</summary>
    public static IPEndPoint ToEndPoint(this TcpAddress address) =>
        new(ToAddress(address.Ip), (int)address.Port);

    private static WireAddress ToWire(System.Net.IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        Span<byte> bytes = stackalloc byte[16];
        plain.TryWriteBytes(bytes, out _);

        return plain.AddressFamily == AddressFamily.InterNetwork
            ? new WireAddress { Ipv4 = BinaryPrimitives.ReadUInt32BigEndian(bytes) }
            : new WireAddress
            {
                Ipv6 = new IPv6
                {
                    First = BinaryPrimitives.ReadUInt64BigEndian(bytes),
                    Last = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
                },
            };
    }

    private static System.Net.IPAddress ToAddress(WireAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];

        if (address?.IpCase == WireAddress.IpOneofCase.Ipv6)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes, address.Ipv6.First);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], address.Ipv6.Last);
            return new System.Net.IPAddress(bytes);
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes, address?.Ipv4 ?? 0);
        return new System.Net.IPAddress(bytes[..4]);
    }
}
