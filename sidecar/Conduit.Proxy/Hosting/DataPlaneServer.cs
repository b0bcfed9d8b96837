using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Forwarding.Yarp;
using Conduit.Proxy.Relay;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Conduit.Proxy.Hosting;

/// <summary>Takes the application's connections in both directions. Stopping, it lets them end: GOAWAY or <c>Connection: close</c>, then the grace.</summary>
internal sealed class DataPlaneServer(
    KestrelListeners listeners,
    RequestApplication application,
    BoundAddresses bound,
    ShutdownPlan plan,
    IConnectionListenerFactory transport,
    ILoggerFactory loggers) : IHostedService, IDisposable
{
    private readonly KestrelServer _server = new(Options.Create(listeners.Options), transport, loggers);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(application, cancellationToken);
        bound.Set(listeners.Addresses);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var grace = plan.BeginGrace();
        var relayed = transport is RelayTransport relay ? relay.DrainAsync(grace.Token) : Task.CompletedTask;
        await Task.WhenAll(_server.StopAsync(grace.Token), relayed);
    }

    public void Dispose() => _server.Dispose();
}
