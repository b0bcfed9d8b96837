using System.Runtime.InteropServices;

namespace Conduit.Cli.Hosting;

/// <summary>
/// Turns the first Ctrl+C, or a termination signal, into cancellation. The second one ends the process at once, unless a command takes
/// that too because it has more to end than itself.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // A closing terminal, or a tool that signals a process and its group, may send two signals that mean one.
    private static readonly TimeSpan Same = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _first = new();
    private readonly CancellationTokenSource _second = new();
    private readonly PosixSignalRegistration[] _registrations;
    private long _firstAt;
    private volatile bool _secondIsTaken;

    public Interruption(TimeProvider time)
    {
        _time = time;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt),
        ];
    }

    public CancellationToken Token => _first.Token;

    /// <summary>A token that the second signal cancels. From now on no signal ends the process: who takes this must see to it.</summary>
    public CancellationToken TakeSecond()
    {
        _secondIsTaken = true;
        return _second.Token;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _first.Dispose();
        _second.Dispose();
    }

    private void Interrupt(PosixSignalContext signal)
    {
        if (!_first.IsCancellationRequested)
        {
            // Cancel means here: do not end the process.
            signal.Cancel = true;
            _firstAt = _time.GetTimestamp();
            _first.Cancel();
        }
        else if (_time.GetElapsedTime(_firstAt) < Same)
        {
            signal.Cancel = true;
        }
        else
        {
            signal.Cancel = _secondIsTaken;
            _second.Cancel();
        }
    }
}
