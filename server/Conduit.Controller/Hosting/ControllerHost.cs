using System.Net;
using Conduit.Controller.Admin;
using Conduit.Controller.Calls;
using Conduit.Controller.Cluster;
using Conduit.Controller.Destinations;
using Conduit.Controller.Identity;
using Conduit.Controller.Listeners;
using Conduit.Controller.Metrics;
using Conduit.Controller.Prometheus;
using Conduit.Controller.PublicApi;
using Conduit.Controller.Settings;
using Conduit.Controller.Taps;
using Conduit.Controller.Web;
using Conduit.Controller.Web.Safety;
using Conduit.Grpc;

namespace Conduit.Controller.Hosting;

/// <summary>The whole control plane. The program runs one; tests run it in their own process, on any free ports.</summary>
internal sealed class ControllerHost : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly ListenerBinding _binding;

    private ControllerHost(WebApplication app, ListenerBinding binding)
    {
        _app = app;
        _binding = binding;
    }

    public IServiceProvider Services => _app.Services;

    /// <param name="options">How to start it.</param>
    /// <param name="logging">Where its log goes.</param>
    /// <param name="replace">Services to use in place of the usual ones, such as a clock; null for none.</param>
    public static ControllerHost Create(ControllerOptions options, Action<ILoggingBuilder> logging, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var binding = new ListenerBinding(options);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(binding.Apply);

        // A failed start is told by whoever starts it, without the stack; a service that breaks later is Critical.
        builder.Logging.SetMinimumLevel(options.LogLevel)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical)

            // Who might log has an activity kept for every call; with thousands of streams open that is megabytes.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging(builder.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(options);
        replace?.Invoke(builder.Services);
        builder.Services.AddSingleton<LongCalls>().AddGrpc();
        builder.Services.AddCluster(options).AddIdentity().AddDestinations().AddTrafficMetrics().AddTaps().AddPublicApi().AddWeb().AddAdmin();

        if (options.PrometheusUrl is { } prometheus)
        {
            builder.Services.AddPrometheus(prometheus);
        }

        if (options.StopsWithParent)
        {
            builder.Services.AddHostedService<ParentPipe>();
        }

        var app = builder.Build();
        Map(app);
        return new ControllerHost(app, binding);
    }

    /// <summary>Where the port is bound, once the host has started.</summary>
    public IPEndPoint AddressOf(Listener listener) => _binding.AddressOf(listener);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var logger = Services.GetRequiredService<ILogger<ControllerHost>>();
        var source = Services.GetRequiredService<IClusterSource>().Description;
        HostingLog.Starting(logger, ControllerVersion.Release, source);
        await _app.StartAsync(cancellationToken);

        var (api, proxyApi) = (AddressOf(Listener.Api), AddressOf(Listener.ProxyApi));
        var (web, admin) = (AddressOf(Listener.Web), AddressOf(Listener.Admin));
        HostingLog.Listening(logger, api, proxyApi, web, admin);
    }

    /// <summary>Runs until a signal, or the end of its parent, stops it.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Map(WebApplication app)
    {
        app.UseRouting();
        app.UseWebSafety();
        app.UseListeners();
        app.MapGrpcService(app.Services.GetRequiredService<ApiService>().Bind()).On(Listener.Api);
        app.MapGrpcService(app.Services.GetRequiredService<DestinationService>().Bind()).On(Listener.ProxyApi);
        app.MapGrpcService(app.Services.GetRequiredService<TelemetryService>().Bind()).On(Listener.ProxyApi);
        app.MapGrpcService(app.Services.GetRequiredService<TapService>().Bind()).On(Listener.ProxyApi);
        app.MapWeb();
        app.MapAdmin();
    }
}
