using System.Collections.Concurrent;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Tests.Dev.Running;

/// <summary>Starts processes that are none.</summary>
internal sealed class FakeLauncher : IProcessLauncher
{
    private readonly ConcurrentQueue<FakeProcess> _started = new();

    /// <summary>Thrown by the next starts, until it is null.</summary>
    public ProcessStartException? Failure { get; set; }

    /// <summary>What the next process writes at once.</summary>
    public string? Output { get; set; }

    public IReadOnlyList<FakeProcess> Started => [.. _started];

    public IRunningProcess Start(ProcessSpec spec, Action<string> onLine)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        var process = new FakeProcess(_started.Count + 1);
        _started.Enqueue(process);

        if (Output is not null)
        {
            onLine(Output);
        }

        return process;
    }
}
