using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Tests.Transport;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Epoll;
using Conduit.Proxy.Transport.Sockets;
using Conduit.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conduit.Proxy.Tests.Tcp;

/// <summary>Detection and the TCP relay on a loop, between sockets of the test's. HTTP is only written down.</summary>
internal sealed class TcpHarness : IAcceptHandler, IDetectedHandler, IAsyncDisposable
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly LoopThread _thread;
    private readonly FixedRoute _route;
    private readonly DetectionMetrics _metrics = new();
    private int _open;

    private TcpHarness(string kind, DetectionOptions options, IPEndPoint[] endpoints)
    {
        _thread = new LoopThread(kind == "epoll" ? new EpollLoop(TimeProvider.System) : new SocketLoop(TimeProvider.System));
        _route = new FixedRoute(endpoints);
        var tcp = new TcpRouting(Direction.Outbound, _thread.Loop, new BoundAddresses(), TimeProvider.System)
        {
            ConnectTimeout = TimeSpan.FromSeconds(10),
            Meters = () => Backends,
            Errors = new ErrorMetrics(),
            Logger = NullLogger.Instance,
        };
        Context = new DetectionContext(options, tcp, _metrics);
    }

    public static TheoryData<string> Kinds => OperatingSystem.IsLinux() ? ["epoll", "sockets"] : ["sockets"];

    public DetectionContext Context { get; }

    /// <summary>Counts for all connections to endpoints.</summary>
    public CountingMeter Backends { get; } = new();

    public IPEndPoint Address { get; private set; } = null!;

    /// <summary>False treats every port as one that is not looked into.</summary>
    public bool IsLookedInto { get; set; } = true;

    /// <summary>Connections that turned out to be HTTP: what they were, what the client said, whether there was a backend, what that said.</summary>
    public ConcurrentQueue<string> Http { get; } = new();

    public static async Task<TcpHarness> StartAsync(string kind, DetectionOptions options, params IPEndPoint[] endpoints)
    {
        var harness = new TcpHarness(kind, options, endpoints);
        var listener = await harness.OnLoopAsync(() => harness._thread.Loop.Listen(AnyPort, harness));
        harness.Address = listener.Address;
        return harness;
    }

    public Task<T> OnLoopAsync<T>(Func<T> action) => _thread.DoAsync(action);

    /// <summary>Bytes in buffers that are lent now, at most.</summary>
    public Task<int> HeldAsync() => OnLoopAsync(() => _thread.Loop.Buffers.Lent * BufferPool.BufferLength);

    public async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await Eventually.Ends(socket.ConnectAsync(Address));
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>What was counted, by the metrics page.</summary>
    public string Verdicts()
    {
        var text = new MetricsText();
        _metrics.Write(text);
        return string.Join(' ', text.ToString().Split('\n').Where(line => line.StartsWith("conduit", StringComparison.Ordinal)).Select(line => line.Split("verdict=")[1]));
    }

    public void OnAccepted(Connection connection)
    {
        _open++;
        var origin = new TcpOrigin(_route, connection.RemoteAddress!, connection.LocalAddress!, OriginalDestination: null);
        var detecting = new DetectingHandler(Context, connection, origin, this);
        detecting.Died += () => _open--;
        detecting.Start(IsLookedInto);
    }

    public void OnDetected(Connection client, TcpOrigin origin, ApplicationProtocol protocol, ReadOnlySpan<byte> early, Backend? backend)
    {
        if (protocol is ApplicationProtocol.Http1 or ApplicationProtocol.Http2)
        {
            Http.Enqueue($"{protocol} {early.Length} {(backend is null ? "no backend" : "backend")} {Convert.ToHexString(backend?.Early ?? [])}".Trim());
            client.Handler = new EchoHandler().On(client);
            backend?.Leave(CloseReason.Requested);
            return;
        }

        var target = backend ?? new Backend(Context.Tcp, origin);
        var relay = new TcpRelay(client, target);
        _open++;
        relay.Died += () => _open--;
        relay.Start(early);

        if (backend is null)
        {
            target.Open();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever happened, nothing may be left once the peers are gone.
        await Eventually.Holds(() => OnLoopAsync(() => _open == 0 && _thread.Loop.Connections == 0 && _thread.Loop.Buffers.Lent == 0));
        await _thread.DisposeAsync();
    }
}
