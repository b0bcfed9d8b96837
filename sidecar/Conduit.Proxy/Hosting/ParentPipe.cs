using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Hosting;

/// <summary>Ends the proxy when standard input does, because then the process that started it is gone.</summary>
internal sealed class ParentPipe(ProxyOptions options, ShutdownPlan plan, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.ParentPipe)
        {
            return;
        }

        // Reading a pipe cannot be cancelled, so the read is left behind when the proxy ends first.
        await using var input = Console.OpenStandardInput();
        var drained = input.CopyToAsync(Stream.Null, CancellationToken.None);

        try
        {
            await drained.WaitAsync(stoppingToken);
            plan.EndAtOnce();
            lifetime.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The proxy ends for another reason.
        }
    }
}
