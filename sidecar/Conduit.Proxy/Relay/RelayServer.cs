using System.Collections.Immutable;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting;

namespace Conduit.Proxy.Relay;

/// <summary>Takes the application's connections in both directions. Stopping, it lets them end: GOAWAY or <c>Connection: close</c>, then the grace.</summary>
internal sealed class RelayServer(RelayWorkers workers, IEnumerable<IListenerSource> sources, ShutdownPlan plan, BoundAddresses bound) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        workers.Start();
        var addresses = ImmutableArray.CreateBuilder<BoundAddress>();

        foreach (var model in sources.SelectMany(source => source.Listeners))
        {
            addresses.Add(new BoundAddress(model.Direction, await workers.ListenAsync(model)));
        }

        bound.Set(addresses.ToImmutable());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var grace = plan.BeginGrace();
        await workers.DrainAsync(grace.Token);
        workers.Dispose();
    }
}
