using Conduit.Proxy.Transport;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Transport;

/// <summary>A loop on a thread of its own.</summary>
internal sealed class LoopThread : IAsyncDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LoopThread(EventLoop loop)
    {
        Loop = loop;
        new Thread(Run) { IsBackground = true }.Start();
    }

    public EventLoop Loop { get; }

    /// <summary>Does something on the loop and waits until it is done.</summary>
    public async Task<T> DoAsync<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Loop.Post(() =>
        {
            try
            {
                done.SetResult(action());
            }
            catch (InvalidOperationException failure)
            {
                done.SetException(failure);
            }
        });
        return await Eventually.Ends(done.Task);
    }

    public async ValueTask DisposeAsync()
    {
        Loop.Stop();
        await Eventually.Ends(_ended.Task);
        Loop.Dispose();
    }

    private void Run()
    {
        Loop.Run();
        _ended.SetResult();
    }
}
