namespace Conduit.Proxy.Hosting;

/// <summary>Ready from the moment that all listeners are bound until the proxy is told to end; then it waits for others to notice.</summary>
internal sealed class Readiness(ShutdownPlan plan, TimeProvider time) : IHostedLifecycleService
{
    private volatile bool _isReady;

    public bool IsReady => _isReady;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _isReady = true;
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isReady = false;
        return Task.Delay(plan.DrainDelay, time, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
