using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class TcpTests
{
    [Fact]
    public async Task Bytes_that_are_not_http_pass_both_ways_and_each_end_passes_by_itself()
    {
        using var server = new TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        await using var proxy = await new TestProxy().Forward((System.Net.IPEndPoint)server.LocalEndpoint).StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Inbound);
        using var answer = new StreamReader(client.GetStream());
        await client.GetStream().WriteAsync("\0\u0001binary"u8.ToArray());
        client.Client.Shutdown(SocketShutdown.Send);

        using var accepted = await Eventually.Ends(server.AcceptTcpClientAsync());
        using var reader = new StreamReader(accepted.GetStream(), Encoding.Latin1);
        var received = await Eventually.Ends(reader.ReadToEndAsync());
        await accepted.GetStream().WriteAsync("answer after the end"u8.ToArray());
        accepted.Close();

        Assert.Equal("\0\u0001binary", received);
        Assert.Equal("answer after the end", await Eventually.Ends(answer.ReadToEndAsync()));
    }

    [Fact]
    public async Task Many_bytes_pass_unchanged()
    {
        var sent = RandomNumberGenerator.GetBytes(8 * 1024 * 1024);
        sent[0] = 0;
        using var server = new TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        await using var proxy = await new TestProxy().Forward((System.Net.IPEndPoint)server.LocalEndpoint).StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Inbound);
        var sending = client.GetStream().WriteAsync(sent).AsTask();
        using var accepted = await Eventually.Ends(server.AcceptTcpClientAsync());
        var echoing = EchoAsync(accepted);
        var received = new byte[sent.Length];

        await Eventually.Ends(client.GetStream().ReadExactlyAsync(received).AsTask());
        await Eventually.Ends(sending);
        client.Client.Shutdown(SocketShutdown.Send);
        await Eventually.Ends(echoing);

        Assert.Equal(SHA256.HashData(sent), SHA256.HashData(received));
        await Eventually.Holds(async () => (await proxy.MetricsAsync()).Contains(
            $"tcp_read_bytes_total{{direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"}} {sent.Length}\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_without_a_destination_is_closed()
    {
        await using var proxy = await new TestProxy().StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Inbound);

        await client.GetStream().WriteAsync("\0"u8.ToArray());

        var ended = false;

        try
        {
            ended = await Eventually.Ends(client.GetStream().ReadAsync(new byte[1]).AsTask()) == 0;
        }
        catch (IOException)
        {
            ended = true;
        }

        Assert.True(ended);
    }

    private static async Task EchoAsync(TcpClient client)
    {
        await client.GetStream().CopyToAsync(client.GetStream());
        client.Close();
    }
}
