using System.Threading.Channels;

namespace Conduit.Operations.Dev.Running;

/// <summary>Writes the state file after changes: the first at once, those that follow within a moment together.</summary>
internal sealed class StateWriter(Action write, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Changed() => _changes.Writer.TryWrite(true);

    /// <summary>Ends with <paramref name="cancellationToken"/>; nothing is written after that.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in _changes.Reader.ReadAllAsync(cancellationToken))
            {
                write();
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The mesh is gone, and its file with it.
        }
    }
}
