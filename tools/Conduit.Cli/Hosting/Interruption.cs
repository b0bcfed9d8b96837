using System.Runtime.InteropServices;

namespace Conduit.Cli.Hosting;

/// <summary>Turns the first Ctrl+C, or a termination signal, into cancellation. The second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _interrupted = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt),
    ];

    public CancellationToken Token => _interrupted.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _interrupted.Dispose();
    }

    private void Interrupt(PosixSignalContext signal)
    {
        // Cancel means here: do not end the process. It is left to do so when it was told before.
        signal.Cancel = !_interrupted.IsCancellationRequested;
        _interrupted.Cancel();
    }
}
