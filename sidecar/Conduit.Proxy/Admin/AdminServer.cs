using System.Net;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Admin;

/// <summary>
/// Serves operators and probes on the metrics listener, on a loop of its own, so that a page of metrics holds up nobody's request. It
/// outlives the data plane, so that draining can be watched.
/// </summary>
internal sealed class AdminServer(ProxyOptions options, AdminApplication application, TimeProvider time) : IHostedService, IAcceptHandler, IDisposable
{
    private EventLoopThread? _thread;

    /// <summary>The port is the real one once the server has started.</summary>
    public IPEndPoint Address { get; private set; } = options.MetricsListener;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var thread = _thread = new EventLoopThread(time, "admin");
        Address = await thread.DoAsync(() => thread.Loop.Listen(options.MetricsListener, this).Address);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void OnAccepted(Connection connection) => connection.Handler = new AdminConnection(application, connection);

    public void Dispose()
    {
        _thread?.Dispose();
        _thread = null;
    }
}
