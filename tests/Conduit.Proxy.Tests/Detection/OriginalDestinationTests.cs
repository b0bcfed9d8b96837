using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Detection;

namespace Conduit.Proxy.Tests.Detection;

public sealed class OriginalDestinationTests
{
    [Fact]
    public void The_kernels_address_is_read_as_it_lays_it_out()
    {
        byte[] v4 = [2, 0, 0x1F, 0x90, 10, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] v6 = [10, 0, 0x00, 0x50, 0, 0, 0, 0, .. IPAddress.Parse("fd00::1").GetAddressBytes(), 0, 0, 0, 0];

        Assert.Equal(IPEndPoint.Parse("10.1.2.3:8080"), OriginalDestination.Parse(v4, level: 0));
        Assert.Equal(IPEndPoint.Parse("[fd00::1]:80"), OriginalDestination.Parse(v6, level: 41));
    }

    [Fact]
    public async Task A_connection_that_nobody_redirected_has_none()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var accepted = await listener.AcceptSocketAsync();

        Assert.Null(OriginalDestination.Of(accepted));
    }
}
