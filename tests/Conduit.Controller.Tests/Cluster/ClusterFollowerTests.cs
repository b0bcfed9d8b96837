using Conduit.Controller.Cluster;
using Conduit.Controller.Tests.Doubles;
using Conduit.Testing.Logging;
using Conduit.Testing.Time;
using Microsoft.Extensions.Logging;

namespace Conduit.Controller.Tests.Cluster;

public sealed class ClusterFollowerTests : IDisposable
{
    private readonly FakeClusterSource _source = new();
    private readonly ClusterStore _store = new();
    private readonly TestLog _log = new();
    private readonly ClusterFollower _follower;

    public ClusterFollowerTests()
    {
        _follower = new ClusterFollower(_source, _store, new Logger<ClusterFollower>(_log));
    }

    public void Dispose()
    {
        _follower.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_broken_source_keeps_the_last_picture_and_says_so_once()
    {
        await _follower.StartAsync(CancellationToken.None);
        var good = Mesh.Small();

        _source.Publish(good);
        _source.Fail("it broke");
        _source.Fail("it broke");
        _source.Fail("it broke again");
        await Eventually.Holds(() => _store.Fault == "it broke again");

        Assert.Same(good, _store.Current.State);
        Assert.Equal(2, _log.Lines.Count(line => line.Level == LogLevel.Warning));

        _source.Publish(Mesh.State([]));
        await Eventually.Holds(() => _store.Fault is null);
        Assert.Empty(_store.Current.State.Pods);
        await _follower.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_picture_that_may_be_outdated_is_shown_with_what_is_wrong()
    {
        await _follower.StartAsync(CancellationToken.None);
        var outdated = Mesh.Small();

        _source.PublishOutdated(outdated, "some changes do not arrive");
        await Eventually.Holds(() => _store.Fault == "some changes do not arrive");

        Assert.Same(outdated, _store.Current.State);
        await _follower.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Readers_wait_for_the_next_picture_and_miss_none()
    {
        var empty = _store.Current;
        var next = _store.WaitForOtherAsync(empty, CancellationToken.None);
        Assert.False(next.IsCompleted);

        var first = new ClusterSnapshot(Mesh.Small());
        _store.Publish(first);

        Assert.Same(first, await Eventually.Ends(next));
        Assert.Same(first, await Eventually.Ends(_store.WaitForOtherAsync(empty, CancellationToken.None)));
    }
}
