using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Connections;
using Conduit.Proxy.Http1.Routing;
using Conduit.Proxy.Http2;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Transport.Epoll;

namespace Conduit.Proxy.Relay;

/// <summary>The relay's loop on its thread, from the first use until the proxy ends.</summary>
internal sealed class RelayLoop : IDisposable
{
    private static readonly TimeSpan DrainLook = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private readonly Dictionary<Direction, RelayPaths> _paths;

    public RelayLoop(
        ProxyOptions options, Http1Options http1Options, ExchangeFactory exchanges, BoundAddresses own, RelayTelemetry telemetry, TimeProvider time)
    {
        _time = time;
        Loop = new EpollLoop(time);
        var http1Context = new Http1Context(Loop, http1Options);
        var http2Context = new RelayContext(Loop, time, new Http2Options());
        _paths = Enum.GetValues<Direction>().ToDictionary(direction => direction, direction =>
        {
            var timeout = direction == Direction.Inbound ? options.PrivateConnectTimeout : options.PublicConnectTimeout;
            var tcp = new TcpRouting(direction, Loop, own, time)
            {
                ConnectTimeout = timeout,
                Meters = () => telemetry.Meter(direction),
                Errors = telemetry.Errors,
                Logger = telemetry.Logger,
            };
            var http1 = new Http1Routing(direction, http1Context, exchanges, own, time)
            {
                Pools = new EndpointPools(http1Context, timeout, () => telemetry.Meter(direction), time),
                Errors = telemetry.Errors,
                Logger = telemetry.Logger,
            };
            var http2 = new RelayRouting(direction, http2Context, exchanges, own, time)
            {
                Pools = new UpstreamPools(http2Context, timeout, () => telemetry.Meter(direction)),
                Errors = telemetry.Errors,
                Logger = telemetry.Logger,
            };
            return new RelayPaths(new DetectionContext(new DetectionOptions(), tcp, telemetry.Detected), http1, http2, tcp);
        });
        _thread = new Thread(Loop.Run) { IsBackground = true, Name = "relay" };
        _thread.Start();
    }

    public EpollLoop Loop { get; }

    public List<RelayGate> Gates { get; } = [];

    public RelayPaths Paths(Direction direction) => _paths[direction];

    /// <summary>Does something on the loop.</summary>
    public Task<T> DoAsync<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Loop.Post(() =>
        {
            try
            {
                done.SetResult(action());
            }
            catch (IOException failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task;
    }

    /// <summary>Ends when no client is left, or when time is up; then what is still open is cut off.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A loop that was stopped before does nothing any more.
            while (await DoAsync(() => Gates.Sum(gate => gate.Clients)).WaitAsync(cancellationToken) > 0)
            {
                await Task.Delay(DrainLook, _time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Loop.Stop();
        }
    }

    public void Dispose()
    {
        Loop.Stop();
        _thread.Join();
        Loop.Dispose();
    }
}
