namespace Conduit.Proxy.Transport;

/// <summary>An event loop on a thread of its own.</summary>
internal sealed class EventLoopThread : IDisposable
{
    private readonly Thread _thread;

    public EventLoopThread(TimeProvider time, string name)
    {
        Loop = EventLoop.Create(time);
        _thread = new Thread(Loop.Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    public EventLoop Loop { get; }

    /// <summary>Does something on the loop. What it throws as <see cref="IOException"/> comes here; anything else is a fault of ours.</summary>
    public Task<T> DoAsync<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Loop.Post(() =>
        {
            try
            {
                done.SetResult(action());
            }
            catch (IOException failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task;
    }

    /// <summary>Closes what is still open.</summary>
    public void Dispose()
    {
        Loop.Stop();
        _thread.Join();
        Loop.Dispose();
    }
}
