using Conduit.Operations.Api;
using Conduit.Operations.Tap;

namespace Conduit.Operations.Top;

/// <summary>Counts a tap by path. It sees a sample, at most the tap's rate, not all traffic.</summary>
public sealed class TopOperation(ApiConnection api, TimeProvider time)
{
    private readonly TapOperation _tap = new(api);

    /// <summary>
    /// Returns what was observed until the duration was over, the mesh ended the tap, or <paramref name="cancellationToken"/> was
    /// cancelled, which is how a user says that it is enough.
    /// </summary>
    /// <param name="request">What to watch.</param>
    /// <param name="show">Given the state so far, each time the refresh interval passes.</param>
    /// <param name="note">Told what a person should know about the names in the request.</param>
    /// <param name="cancellationToken">Ends the observation.</param>
    public async Task<TopSnapshot> RunAsync(
        TopRequest request, Action<TopSnapshot> show, Action<string> note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(show);

        var started = time.GetTimestamp();
        var table = new TopTable();
        using var over = new CancellationTokenSource(request.Duration ?? Timeout.InfiniteTimeSpan, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);

        try
        {
            await ObserveAsync(request, table, () => show(SnapshotOf(table, started)), note, ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Enough was seen.
        }

        return SnapshotOf(table, started);
    }

    private async Task ObserveAsync(TopRequest request, TopTable table, Action show, Action<string> note, CancellationTokenSource ended)
    {
        var events = _tap.RunAsync(request.Tap, note, ended.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = events.MoveNextAsync().AsTask();

        try
        {
            var refresh = Task.Delay(request.Refresh, time, CancellationToken.None);

            while (true)
            {
                if (await Task.WhenAny(refresh, next) == refresh)
                {
                    show();
                    refresh = Task.Delay(request.Refresh, time, CancellationToken.None);
                    continue;
                }

                if (!await next)
                {
                    return;
                }

                table.Add(events.Current);
                next = events.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // A tap that still runs cannot be disposed.
            await ended.CancelAsync();
            await Task.WhenAny(next);
            await events.DisposeAsync();
        }
    }

    private TopSnapshot SnapshotOf(TopTable table, long started) => new()
    {
        Rows = table.Rows(),
        Count = table.Count,
        Elapsed = time.GetElapsedTime(started),
    };
}
