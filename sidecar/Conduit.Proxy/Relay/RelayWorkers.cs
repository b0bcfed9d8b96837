using System.Collections.Immutable;
using System.Net;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Relay;

/// <summary>The loops among which the connections of every listener are shared out.</summary>
internal sealed class RelayWorkers(ProxyOptions options, RelayPathFactory paths, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan DrainLook = TimeSpan.FromMilliseconds(20);

    private ImmutableArray<RelayWorker> _workers = [];

    public void Start() => _workers = [.. Enumerable.Range(0, options.Workers).Select(_ => new RelayWorker(paths, time))];

    /// <returns>Where it really listens: the first loop finds the port where the system chooses it, and the others join it there.</returns>
    /// <exception cref="IOException">Nobody can listen there.</exception>
    public async Task<IPEndPoint> ListenAsync(ListenerModel model)
    {
        var address = model.Address;

        foreach (var worker in _workers)
        {
            address = await worker.ListenAsync(model, address, isShared: _workers.Length > 1);
        }

        return address;
    }

    /// <summary>Asks whoever calls the application to go elsewhere, and serves those that stay or come.</summary>
    public Task RetireAsync() => Task.WhenAll(_workers.Select(worker => worker.RetireAsync(Direction.Inbound)));

    /// <summary>
    /// Takes no more connections, and ends when those that there are have ended or time is up. The application's own calls come last,
    /// because it needs them for what it still has to answer.
    /// </summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await DrainAsync(Direction.Inbound, cancellationToken);
        await DrainAsync(Direction.Outbound, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }

        _workers = [];
    }

    private async Task DrainAsync(Direction direction, CancellationToken cancellationToken)
    {
        await Task.WhenAll(_workers.Select(worker => worker.DrainAsync(direction)));

        try
        {
            while ((await Task.WhenAll(_workers.Select(worker => worker.CountClientsAsync(direction)))).Sum() > 0)
            {
                await Task.Delay(DrainLook, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is still open is cut off with the loops.
        }
    }
}
