using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;
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
        ProxyOptions options, ExchangeFactory exchanges, BoundAddresses own, RelayTelemetry telemetry, TimeProvider time)
    {
        _time = time;
        Loop = new EpollLoop(time);
        var context = new RelayContext(Loop, time, new Http2Options());
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
            var http = new RelayRouting(direction, context, exchanges, own, time)
            {
                Pools = new UpstreamPools(context, timeout, () => telemetry.Meter(direction)),
                Errors = telemetry.Errors,
                Logger = telemetry.Logger,
            };
            return new RelayPaths(new DetectionContext(new DetectionOptions(), tcp, telemetry.Detected), http, tcp);
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

    /// <summary>Ends when no client is left or time is up.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await DoAsync(() => Gates.Sum(gate => gate.Clients)) > 0)
            {
                await Task.Delay(DrainLook, _time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is still open is cut off with the loop.
        }
    }

    public void Dispose()
    {
        Loop.Stop();
        _thread.Join();
        Loop.Dispose();
    }
}
