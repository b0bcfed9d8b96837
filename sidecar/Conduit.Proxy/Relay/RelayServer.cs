using System.Collections.Immutable;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting;

namespace Conduit.Proxy.Relay;

/// <summary>
/// Takes the application's connections in both directions. While the proxy waits for others to notice that it ends, its callers are told
/// to go elsewhere, by GOAWAY or <c>Connection: close</c>, for the application may end before it; then all are let end within the grace.
/// </summary>
internal sealed class RelayServer(RelayWorkers workers, IEnumerable<IListenerSource> sources, ShutdownPlan plan, BoundAddresses bound) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => workers.RetireAsync();

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var grace = plan.BeginGrace();
        await workers.DrainAsync(grace.Token);
        workers.Dispose();
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
