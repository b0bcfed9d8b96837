using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Http2;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Tests.Transport;
using Conduit.Proxy.Transport;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http2;

/// <summary>The relay on a loop of its own between peers made by hand or real ones.</summary>
internal sealed class RelayHarness : IAcceptHandler, IAsyncDisposable
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly LoopThread _thread;
    private readonly List<IDisposable> _peers = [];

    private RelayHarness(Http2Options options, LoopLimits limits)
    {
        _thread = new LoopThread(EventLoop.Create(TimeProvider.System, limits));
        Context = new RelayContext(_thread.Loop, TimeProvider.System, options);
    }

    public RelayContext Context { get; }

    public FixedRouter Router { get; private set; } = null!;

    public IPEndPoint Address { get; private set; } = null!;

    /// <summary>Those that live, and some of the dead.</summary>
    public List<DownstreamConnection> Clients { get; } = [];

    public static async Task<RelayHarness> StartAsync(IPEndPoint[] endpoints, Http2Options? options = null, LoopLimits? limits = null)
    {
        var harness = new RelayHarness(options ?? new Http2Options(), limits ?? new LoopLimits());
        harness.Router = new FixedRouter(harness.Context, endpoints);
        var listener = await harness.OnLoopAsync(() => harness._thread.Loop.Listen(AnyPort, harness));
        harness.Address = listener.Address;
        return harness;
    }

    /// <summary>A socket that servers made by hand are accepted from.</summary>
    public static Socket Listen()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(AnyPort);
        listener.Listen();
        return listener;
    }

    public Task<T> OnLoopAsync<T>(Func<T> action) => _thread.DoAsync(action);

    public async Task<FramePeer> ConnectAsync(params Setting[] settings)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await Eventually.Ends(socket.ConnectAsync(Address));
        return Keep(FramePeer.Client(socket, settings));
    }

    public async Task<FramePeer> AcceptAsync(Socket listener, params Setting[] settings)
    {
        var socket = await Eventually.Ends(listener.AcceptAsync());
        socket.NoDelay = true;
        return Keep(FramePeer.Server(socket, settings));
    }

    /// <summary>Ends a peer and forgets it, which counts where a test makes very many.</summary>
    public void Release(FramePeer peer)
    {
        peer.Dispose();
        _peers.Remove(peer);
    }

    public void OnAccepted(Connection connection)
    {
        Clients.RemoveAll(IsOver);
        Clients.Add(new DownstreamConnection(Context, connection, Router));
    }

    public async ValueTask DisposeAsync()
    {
        _peers.ForEach(peer => peer.Dispose());

        // Whatever happened, everything that was lent has to come back once the peers are gone.
        await Eventually.Holds(() => OnLoopAsync(() => Clients.TrueForAll(IsOver)));
        await _thread.DisposeAsync();
    }

    private static bool IsOver(DownstreamConnection client) => client.IsDead && client.Streams.Count == 0;

    private FramePeer Keep(FramePeer peer)
    {
        _peers.Add(peer);
        return peer;
    }
}
