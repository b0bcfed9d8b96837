using System.Runtime.CompilerServices;
using Xunit;

namespace Conduit.Testing.Time;

/// <summary>Waits for facts that other threads or processes bring about. Every wait is bounded and says what it waited for.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task Holds(Func<bool> fact, TimeSpan? limit = null, [CallerArgumentExpression(nameof(fact))] string what = "") =>
        Holds(() => Task.FromResult(fact()), limit, what);

    public static async Task Holds(Func<Task<bool>> fact, TimeSpan? limit = null, [CallerArgumentExpression(nameof(fact))] string what = "")
    {
        var started = TimeProvider.System.GetTimestamp();
        var allowed = limit ?? Limit;

        while (!await fact().WaitAsync(allowed))
        {
            if (TimeProvider.System.GetElapsedTime(started) > allowed)
            {
                Assert.Fail($"Within {allowed.TotalSeconds:0.#} s this did not come true: {what}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Awaits <paramref name="task"/>, at most 60 seconds or <paramref name="limit"/>.</summary>
    public static async Task<T> Ends<T>(Task<T> task, TimeSpan? limit = null, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        await Ends((Task)task, limit, what);
        return await task;
    }

    public static async Task Ends(Task task, TimeSpan? limit = null, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        var allowed = limit ?? Limit;

        if (await Task.WhenAny(task, Task.Delay(allowed, TimeProvider.System)) != task)
        {
            Assert.Fail($"Within {allowed.TotalSeconds:0.#} s this did not end: {what}");
        }

        await task;
    }
}
