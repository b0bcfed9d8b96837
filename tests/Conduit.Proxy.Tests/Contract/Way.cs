using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>The proxies between a client and a server: the server's, the client's, or both in a row.</summary>
internal sealed class Way : IAsyncDisposable
{
    public const string Inbound = "inbound";
    public const string Outbound = "outbound";
    public const string Both = "both";

    private readonly TestProxy? _inbound;
    private readonly TestProxy? _outbound;

    private Way(TestProxy? inbound, TestProxy? outbound) => (_inbound, _outbound) = (inbound, outbound);

    /// <summary>With the server's proxy: alone, and second of two.</summary>
    public static TheoryData<string> ToInbound => [Inbound, Both];

    /// <summary>With the client's proxy: alone, and first of two.</summary>
    public static TheoryData<string> ToOutbound => [Outbound, Both];

    public static TheoryData<string> All => [Inbound, Outbound, Both];

    /// <summary>Where the client connects.</summary>
    public IPEndPoint Entrance => _outbound?.Outbound ?? _inbound!.Inbound;

    /// <summary>The proxy that the client meets.</summary>
    public TestProxy First => _outbound ?? _inbound!;

    /// <summary>The proxy of one direction.</summary>
    public TestProxy Proxy(string direction) => (direction == Inbound ? _inbound : _outbound)!;

    /// <param name="server">Where it leads.</param>
    /// <param name="kind">One of the three words above.</param>
    public static async Task<Way> ToAsync(IPEndPoint server, string kind)
    {
        var inbound = kind == Outbound ? null : await new TestProxy().Forward(server).StartAsync();
        var outbound = kind == Inbound ? null : await new TestProxy().Upstream($"{inbound?.Inbound ?? server}").StartAsync();
        return new Way(inbound, outbound);
    }

    public static async Task<NetworkStream> ConnectAsync(IPEndPoint address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await Eventually.Ends(socket.ConnectAsync(address));
        return new NetworkStream(socket, ownsSocket: true);
    }

    public Task<NetworkStream> ConnectAsync() => ConnectAsync(Entrance);

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in new[] { _outbound, _inbound }.OfType<TestProxy>())
        {
            await proxy.DisposeAsync();
        }
    }
}
