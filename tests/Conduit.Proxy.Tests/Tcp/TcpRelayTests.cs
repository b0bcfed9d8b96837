using System.Net.Sockets;
using System.Security.Cryptography;
using Conduit.Proxy.Detection;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Tcp;

public sealed class TcpRelayTests
{
    private static readonly DetectionOptions Patient = new() { Silence = TimeSpan.FromHours(1), Limit = TimeSpan.FromHours(1) };

    public static TheoryData<string> Kinds => TcpHarness.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_sides_end_passes_by_itself(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        using var client = await harness.ConnectAsync();
        await client.WriteAsync("\0question"u8.ToArray());
        client.Socket.Shutdown(SocketShutdown.Send);
        using var accepted = await server.AcceptAsync();

        Assert.Equal("\0question", await accepted.ReadToEndAsync());
        await accepted.WriteAsync("answer"u8.ToArray());
        accepted.Close();

        Assert.Equal("answer", await client.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_server_may_end_first(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        using var client = await harness.ConnectAsync();
        await client.WriteAsync("\0"u8.ToArray());
        using var accepted = await server.AcceptAsync();
        accepted.Socket.Shutdown(SocketShutdown.Send);

        Assert.Equal("", await client.ReadToEndAsync());
        await client.WriteAsync("more"u8.ToArray());
        client.Close();

        Assert.Equal("\0more", await accepted.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_broken_server_breaks_the_client(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        using var client = await harness.ConnectAsync();
        await client.WriteAsync("\0"u8.ToArray());

        Reset(await server.AcceptAsync());

        Assert.Equal("reset", await client.EndingAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_broken_client_breaks_the_server(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        var client = await harness.ConnectAsync();
        await client.WriteAsync("\0"u8.ToArray());
        using var accepted = await server.AcceptAsync();
        await accepted.ReadTextAsync(1);

        Reset(client);

        Assert.Equal("reset", await accepted.EndingAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_cannot_be_reached_is_replaced_by_another_endpoint_without_loss(string kind)
    {
        using var closed = new ClosedPort();
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, closed.Address, server.Address);
        using var client = await harness.ConnectAsync();
        await client.WriteAsync("\0early"u8.ToArray());

        using var accepted = await server.AcceptAsync();

        Assert.Equal("\0early", await accepted.ReadTextAsync(6));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_client_is_cut_off_when_no_endpoint_can_be_reached(string kind)
    {
        using var closed = new ClosedPort();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, closed.Address);
        using var client = await harness.ConnectAsync();
        await client.WriteAsync("\0"u8.ToArray());

        Assert.Equal("reset", await client.EndingAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Great_amounts_pass_both_ways_unchanged_at_the_readers_pace(string kind)
    {
        using var server = new SilentServer();
        await using var harness = await TcpHarness.StartAsync(kind, Patient, server.Address);
        using var client = await harness.ConnectAsync();
        var upload = SendAsync(client, seed: 1);
        using var accepted = await server.AcceptAsync();
        var download = SendAsync(accepted, seed: 2);

        // Nobody reads yet, so what was sent waits with the system, which may hold very much, and with the peers; not with us.
        Assert.InRange(await harness.HeldAsync(), 0, 2_000_000);

        var received = await Eventually.Ends(Task.WhenAll(HashAsync(accepted), HashAsync(client)));
        Assert.Equal(await upload, received[0]);
        Assert.Equal(await download, received[1]);
    }

    private static void Reset(NetworkStream stream)
    {
        stream.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        stream.Socket.Dispose();
    }

    private static async Task<string> SendAsync(NetworkStream stream, int seed)
    {
        var bytes = new byte[40_000_000];
        new Random(seed).NextBytes(bytes);
        bytes[0] = 0;
        await stream.WriteAsync(bytes);
        stream.Socket.Shutdown(SocketShutdown.Send);
        return Convert.ToHexString(SHA256.HashData(bytes));
    }

    private static async Task<string> HashAsync(NetworkStream stream) => Convert.ToHexString(await SHA256.HashDataAsync(stream));
}
