using Conduit.Proxy.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Takes the application's connections in both directions. Stopping, it lets them end: GOAWAY or <c>Connection: close</c>, then the grace.</summary>
internal sealed class YarpServer(
    KestrelListeners listeners, RequestApplication application, BoundAddresses bound, ShutdownPlan plan, ILoggerFactory loggers)
    : IHostedService, IDisposable
{
    private readonly KestrelServer _server = new(
        Options.Create(listeners.Options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers), loggers);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(application, cancellationToken);
        bound.Set(listeners.Addresses);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var grace = plan.BeginGrace();
        await _server.StopAsync(grace.Token);
    }

    public void Dispose() => _server.Dispose();
}
