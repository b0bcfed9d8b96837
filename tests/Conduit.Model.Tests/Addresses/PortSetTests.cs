using Conduit.Model.Addresses;

namespace Conduit.Model.Tests.Addresses;

public sealed class PortSetTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("80", "80")]
    [InlineData(" 25 , 3306,8000-8010 ", "25,3306,8000-8010")]
    [InlineData("80,80,7-7", "80,7")]
    public void Reads_ports_and_ranges_in_their_order(string text, string expected)
    {
        Assert.True(PortSet.TryParse(text, out var ports, out _));
        Assert.Equal(expected, ports.ToString());
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("65536", "65536")]
    [InlineData("80,http", "http")]
    [InlineData("80,90-80", "90-80")]
    [InlineData("1-2-3", "1-2-3")]
    [InlineData("-80", "-80")]
    [InlineData("+80", "+80")]
    public void Names_the_part_that_is_no_port(string text, string fault)
    {
        Assert.False(PortSet.TryParse(text, out var ports, out var named));
        Assert.Equal(fault, named);
        Assert.True(ports.IsEmpty);
    }

    [Fact]
    public void Holds_both_ends_of_a_range_and_nothing_beside_it()
    {
        Assert.True(PortSet.TryParse("8000-8010", out var ports, out _));

        Assert.True(ports.Contains(new Port(8000)));
        Assert.True(ports.Contains(new Port(8010)));
        Assert.False(ports.Contains(new Port(7999)));
        Assert.False(ports.Contains(new Port(8011)));
    }

    [Fact]
    public void A_union_keeps_each_range_once()
    {
        Assert.True(PortSet.TryParse("80,443", out var left, out _));
        Assert.True(PortSet.TryParse("443,4190", out var right, out _));

        Assert.Equal("80,443,4190", left.Union(right).ToString());
    }
}
