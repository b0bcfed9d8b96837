using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Events;

namespace Conduit.PowerShell.Hosting;

/// <summary>A mesh that this process runs behind its prompt. It ends when it is told to, or with the process.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Nobody outlives it who could dispose it, and a source without a timer holds nothing.")]
internal sealed class DevSession
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<DevEvent> _events = Channel.CreateUnbounded<DevEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _ended;

    private DevSession(DevUpOperation operation, DevUpRequest request)
    {
        var running = operation.RunAsync(request, happened => _events.Writer.TryWrite(happened), hurry: _stopping.Token, _stopping.Token);
        AppDomain.CurrentDomain.ProcessExit += End;
        _ended = running.ContinueWith(Close, TaskScheduler.Default);
    }

    public static DevSession Start(DevUpOperation operation, DevUpRequest request) => new(operation, request);

    /// <summary>What happens until the mesh is ready. Later there is no cmdlet left to tell it.</summary>
    /// <param name="cancellationToken">Stops the mesh too.</param>
    public async IAsyncEnumerable<DevEvent> UntilReadyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isReady = false;

        try
        {
            while (!isReady && await _events.Reader.WaitToReadAsync(cancellationToken) && _events.Reader.TryRead(out var happened))
            {
                isReady = happened is DevReady;
                yield return happened;
            }
        }
        finally
        {
            _events.Writer.TryComplete();

            if (!isReady)
            {
                await _stopping.CancelAsync();
                await _ended;
            }
        }
    }

    private void Close(Task running)
    {
        _events.Writer.TryComplete(running.Exception?.InnerException);
        AppDomain.CurrentDomain.ProcessExit -= End;
    }

    // Children must not outlive the process, and this is the last moment to wait for them.
    private void End(object? sender, EventArgs arguments)
    {
        _stopping.Cancel();
        _ended.Wait();
    }
}
