using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Emojivoto.Service.Hosting;

/// <summary>Serves on for a while after SIGTERM, for callers that have not heard yet; a second SIGTERM ends the process at once.</summary>
internal sealed class ShutdownDelay(TimeSpan delay, TimeProvider time, IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    private PosixSignalRegistration? _signal;
    private ITimer? _timer;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = TryBegin());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Starts the delay; false when it had been started already.</summary>
    public bool TryBegin()
    {
        if (_timer is not null)
        {
            return false;
        }

        _timer = time.CreateTimer(_ => application.StopApplication(), null, delay, Timeout.InfiniteTimeSpan);
        return true;
    }

    public void Dispose()
    {
        _signal?.Dispose();
        _timer?.Dispose();
    }
}
