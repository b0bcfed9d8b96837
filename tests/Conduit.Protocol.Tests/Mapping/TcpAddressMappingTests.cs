using System.Net;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;

namespace Conduit.Protocol.Tests.Mapping;

public sealed class TcpAddressMappingTests
{
    [Theory]
    [InlineData("127.0.0.1:80")]
    [InlineData("255.254.253.252:65535")]
    [InlineData("[::1]:8080")]
    [InlineData("[2001:db8::ff00:42:8329]:443")]
    public void Addresses_survive_the_wire(string text)
    {
        var endpoint = IPEndPoint.Parse(text);

        Assert.Equal(endpoint, TcpAddress.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(endpoint.ToWire())).ToEndPoint());
    }

    [Fact]
    public void An_ipv4_number_is_in_network_order() => Assert.Equal(0x7F000001U, IPEndPoint.Parse("127.0.0.1:1").ToWire().Ip.Ipv4);

    [Fact]
    public void A_mapped_address_travels_as_ipv4() =>
        Assert.Equal(IPEndPoint.Parse("10.1.2.3:80"), IPEndPoint.Parse("[::ffff:10.1.2.3]:80").ToWire().ToEndPoint());

    [Fact]
    public void A_missing_address_reads_as_any() => Assert.Equal(new IPEndPoint(System.Net.IPAddress.Any, 80), new TcpAddress { Port = 80 }.ToEndPoint());
}
