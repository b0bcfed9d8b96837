using System.Net;
using Conduit.Proxy.Hosting.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Conduit.Proxy.Admin;

/// <summary>Serves operators and probes on the metrics listener. It outlives the data plane, so that draining can be watched.</summary>
internal sealed class AdminServer : IHostedService, IDisposable
{
    private readonly AdminApplication _application;
    private readonly KestrelServer _server;
    private ListenOptions? _binding;

    public AdminServer(ProxyOptions options, AdminApplication application, ILoggerFactory loggers)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Listen(options.MetricsListener, binding =>
        {
            binding.Protocols = HttpProtocols.Http1;
            _binding = binding;
        });
        _application = application;
        _server = new KestrelServer(
            Options.Create(kestrel), new SocketTransportFactory(Options.Create(new SocketTransportOptions { IOQueueCount = 1 }), loggers), loggers);
    }

    /// <summary>The port is the real one once the server has started.</summary>
    public IPEndPoint Address => _binding!.IPEndPoint!;

    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(_application, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    public void Dispose() => _server.Dispose();
}
