using System.Net;
using Conduit.Proxy.Admin;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Discovery;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Logging;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Inbound;
using Conduit.Proxy.Outbound;
using Conduit.Proxy.Reliability;
using Conduit.Proxy.Taps;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Hosting;

/// <summary>A whole proxy: what <c>Program</c> runs, and what tests run inside their own process.</summary>
internal sealed class ProxyHost : IAsyncDisposable
{
    private readonly IHost _host;

    private ProxyHost(IHost host) => _host = host;

    /// <summary>Where <c>/metrics</c> and <c>/ready</c> are.</summary>
    public IPEndPoint MetricsAddress => _host.Services.GetRequiredService<AdminServer>().Address;

    /// <summary>Of the inbound listeners: the transparent one if there is one, then the forwards in their order.</summary>
    public IReadOnlyList<IPEndPoint> InboundAddresses => AddressesOf(Direction.Inbound);

    /// <summary>Of the outbound listeners: the transparent one if there is one, then the upstreams in their order.</summary>
    public IReadOnlyList<IPEndPoint> OutboundAddresses => AddressesOf(Direction.Outbound);

    /// <summary>Composes a proxy in the order in which requests and what is known of them flow; it does nothing before it is started.</summary>
    /// <param name="options">What the environment said.</param>
    /// <param name="adjust">Replaces services, such as the clock, for a test.</param>
    public static ProxyHost Create(ProxyOptions options, Action<IServiceCollection>? adjust = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProxyLog(options.Log);
        builder.Services
            .AddFoundation(options)
            .AddReliability()
            .AddAdmin()
            .AddTelemetry()
            .AddTaps()
            .AddDiscovery()
            .AddBalancing()
            .AddInbound()
            .AddOutbound()
            .AddForwarding(options.HttpEngine)
            .AddOptions<HostOptions>().Configure<ShutdownPlan>((host, plan) => host.ShutdownTimeout = plan.Longest);
        adjust?.Invoke(builder.Services);
        return new ProxyHost(builder.Build());
    }

    /// <summary>Ends when all listeners are bound.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _host.StartAsync(cancellationToken);
        var logger = _host.Services.GetRequiredService<ILogger<ProxyHost>>();
        HostingLog.Listening(logger, InboundAddresses, OutboundAddresses, MetricsAddress);
    }

    /// <summary>Ends when the proxy was told to end, has drained and has stopped.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _host.WaitForShutdownAsync(cancellationToken);

    /// <summary>Drains and stops.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _host.StopAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    private List<IPEndPoint> AddressesOf(Direction direction) =>
        [.. _host.Services.GetRequiredService<BoundAddresses>().All.Where(bound => bound.Direction == direction).Select(bound => bound.Address)];
}
