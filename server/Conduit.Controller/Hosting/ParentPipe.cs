namespace Conduit.Controller.Hosting;

/// <summary>Stops the controller when standard input ends: the process that started it holds the other end, so it is gone then.</summary>
internal sealed class ParentPipe(IHostApplicationLifetime lifetime, ILogger<ParentPipe> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A read of standard input cannot be cancelled, so it gets a thread that does not keep the process alive.
        new Thread(WaitForEnd) { IsBackground = true, Name = "parent pipe" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void WaitForEnd()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[256];

        while (input.Read(buffer) > 0)
        {
        }

        HostingLog.ParentGone(logger);
        lifetime.StopApplication();
    }
}
