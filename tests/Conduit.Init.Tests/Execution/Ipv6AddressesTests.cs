using Conduit.Init.Execution;

namespace Conduit.Init.Tests.Execution;

public sealed class Ipv6AddressesTests
{
    private const string Loopback = "00000000000000000000000000000001 01 80 10 80       lo";
    private const string LinkLocal = "fe8000000000000000fc00fffe000001 04 40 20 80     eth0";
    private const string Local = "fd000000000000000000000000000002 04 40 00 82     eth0";

    [Theory]
    [InlineData(false)]
    [InlineData(false, Loopback)]
    [InlineData(false, Loopback, LinkLocal)]
    [InlineData(true, Loopback, LinkLocal, Local)]
    public void Only_an_address_beyond_the_link_counts(bool reaches, params string[] lines) => Assert.Equal(reaches, Ipv6Addresses.ReachBeyondTheLink(lines));
}
