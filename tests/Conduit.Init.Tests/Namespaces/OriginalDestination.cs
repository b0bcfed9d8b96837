using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Conduit.Init.Tests.Namespaces;

/// <summary>Where a redirected connection was going, as the proxy asks the kernel.</summary>
internal static class OriginalDestination
{
    private const int Option = 80;
    private const int Ipv4Level = 0;
    private const int Ipv6Level = 41;

    public static IPEndPoint Of(Socket accepted)
    {
        Span<byte> address = stackalloc byte[28];

        if (accepted.AddressFamily == AddressFamily.InterNetwork)
        {
            accepted.GetRawSocketOption(Ipv4Level, Option, address);
            return new IPEndPoint(new IPAddress(address[4..8]), BinaryPrimitives.ReadUInt16BigEndian(address[2..]));
        }

        accepted.GetRawSocketOption(Ipv6Level, Option, address);
        return new IPEndPoint(new IPAddress(address[8..24]), BinaryPrimitives.ReadUInt16BigEndian(address[2..]));
    }
}
