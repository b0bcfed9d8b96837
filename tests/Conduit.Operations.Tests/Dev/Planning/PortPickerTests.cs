using Conduit.Model.Addresses;
using Conduit.Model.Failures;
using Conduit.Operations.Dev.Planning;

namespace Conduit.Operations.Tests.Dev.Planning;

public sealed class PortPickerTests
{
    private static readonly PortRange Range = new(new Port(10000), new Port(10003));

    [Fact]
    public void Ports_are_handed_out_once_each_and_wrap_around()
    {
        var picker = new PortPicker(Range, start: 2, new HashSet<Port>(), _ => true);

        Assert.Equal([10002, 10003, 10000, 10001], Enumerable.Range(0, 4).Select(_ => (int)picker.Next().Number));
        Assert.Equal("NoFreePort", Assert.Throws<ConduitException>(() => picker.Next()).Id);
    }

    [Fact]
    public void Reserved_and_busy_ports_are_passed_over() =>
        Assert.Equal(
            new Port(10003),
            new PortPicker(Range, start: 0, new HashSet<Port> { new(10000), new(10002) }, port => port.Number != 10001).Next());

    [Fact]
    public void A_port_that_somebody_listens_on_is_not_free()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();

        Assert.False(PortPicker.IsFreeOnLoopback(new Port(((System.Net.IPEndPoint)listener.LocalEndpoint).Port)));
    }

    [Theory]
    [InlineData("32768\t60999\n", 10000, 32767)]
    [InlineData("1024 60999", 61000, 65535)]
    [InlineData("1024 65535", 10000, 65535)]
    [InlineData("", 10000, 49151)]
    [InlineData("nonsense", 10000, 49151)]
    public void Listeners_stay_out_of_the_ports_for_outgoing_connections(string setting, int first, int last) =>
        Assert.Equal(new PortRange(new Port(first), new Port(last)), EphemeralPorts.Outside(setting));
}
