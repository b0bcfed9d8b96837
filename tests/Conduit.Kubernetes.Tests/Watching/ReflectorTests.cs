using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Watching;
using Conduit.Testing.Logging;
using Conduit.Testing.Time;
using Microsoft.Extensions.Logging;

namespace Conduit.Kubernetes.Tests.Watching;

public sealed class ReflectorTests : IAsyncLifetime, IDisposable
{
    private readonly FakeResourceSource<V1Pod> _source = new();
    private readonly ResourceStore<V1Pod, V1Pod> _store = new(pod => pod, changed: () => { });
    private readonly ManualTimeProvider _time = new();
    private readonly TestLog _log = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public Task InitializeAsync()
    {
        var reflector = new Reflector<V1Pod>(_source, _store, new Backoff(new Random(1)), _time, _log.CreateLogger<Reflector<V1Pod>>());
        _running = reflector.RunAsync(_stop.Token);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(_running));
    }

    public void Dispose()
    {
        _stop.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task The_store_holds_what_was_listed_and_what_changed_since()
    {
        Assert.False(_store.HasSynced);
        _source.Lists(() => List("5", Pod("a", "1"), Pod("b", "2"), Pod("c", "3")));
        var watch = _source.Watch(
            Change(WatchEventType.Added, "d", "6"), Change(WatchEventType.Modified, "a", "7"), Change(WatchEventType.Deleted, "b", "8"));

        await CallsAre("list", "watch from 5");
        await Eventually.Holds(() => Names() == "a@7 c@3 d@6");
        Assert.True(_store.HasSynced);

        watch.TryWrite(Change(WatchEventType.Deleted, "c", "9"));
        await Eventually.Holds(() => Names() == "a@7 d@6");
    }

    [Fact]
    public async Task A_watch_that_ended_goes_on_at_once_from_the_last_change_or_bookmark()
    {
        _source.Lists(() => List("5"));
        _source.Watch(Change(WatchEventType.Added, "a", "6")).Complete();
        _source.Watch(Change(WatchEventType.Bookmark, "", "42")).Complete();

        await CallsAre("list", "watch from 5", "watch from 6", "watch from 42");

        Assert.Equal("a@6", Names());
    }

    [Fact]
    public async Task A_version_that_expired_is_listed_again_and_what_vanished_is_gone()
    {
        _source.Lists(() => List("5", Pod("a", "1"), Pod("b", "2")));
        _source.Watch().Complete(new ResourceExpiredException("too old", new V1Status()));
        _source.Lists(() => List("90", Pod("b", "80")));

        await CallsAre("list", "watch from 5");
        await PauseAsync(TimeSpan.FromSeconds(2));
        await CallsAre("list", "watch from 90");

        Assert.Equal("b@80", Names());
    }

    [Fact]
    public async Task A_watch_that_went_on_for_a_while_is_listed_again_at_once_when_it_expires()
    {
        _source.Lists(() => List("5", Pod("a", "1")));
        _source.Watch(Change(WatchEventType.Added, "b", "6")).Complete(new ResourceExpiredException("too old", new V1Status()));
        _source.Lists(() => List("90", Pod("b", "80")));

        await CallsAre("list", "watch from 5", "list", "watch from 90");

        Assert.Equal("b@80", Names());
    }

    [Fact]
    public async Task A_broken_watch_is_resumed_after_a_pause_and_told_once()
    {
        _source.Lists(() => List("5"));
        _source.Watch(Change(WatchEventType.Added, "a", "6")).Complete(Unavailable());
        _source.Watch().Complete(Unavailable());
        _source.Watch(Change(WatchEventType.Added, "b", "7"));

        await CallsAre("list", "watch from 5");
        await PauseAsync(TimeSpan.FromSeconds(2));
        await CallsAre("watch from 6");
        await PauseAsync(TimeSpan.FromSeconds(4));
        await CallsAre("watch from 6");
        await Eventually.Holds(() => Names() == "a@6 b@7");

        Assert.Equal(
            ["The watch of things is interrupted and will be tried again: it is gone", "The watch of things goes on."],
            _log.Lines.Select(line => line.Message).Where(line => line.StartsWith("The watch", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_store_tells_why_changes_do_not_arrive_until_a_watch_is_granted_again()
    {
        _source.Lists(() => List("5", Pod("a", "1")));
        _source.Watch().Complete(Unavailable());
        _source.Watch(Change(WatchEventType.Bookmark, "", "5"));

        await CallsAre("list", "watch from 5");
        await Eventually.Holds(() => _store.Fault == "it is gone");
        Assert.Equal("a@1", Names());
        await PauseAsync(TimeSpan.FromSeconds(2));

        await CallsAre("watch from 5");
        await Eventually.Holds(() => _store.Fault is null);
    }

    [Fact]
    public async Task A_list_that_fails_is_tried_again_and_the_last_picture_stays()
    {
        _source.Lists(() => throw new AccessDeniedException("not yet", new V1Status()));
        _source.Lists(() => List("5", Pod("a", "1")));

        await CallsAre("list");
        await PauseAsync(TimeSpan.FromSeconds(2));
        await CallsAre("list", "watch from 5");

        Assert.Equal("a@1", Names());
    }

    [Fact]
    public async Task A_server_that_asks_for_more_time_gets_it()
    {
        _source.Lists(() => throw Unavailable(TimeSpan.FromSeconds(20)));
        _source.Lists(() => List("5"));

        await CallsAre("list");
        await PauseAsync(TimeSpan.FromSeconds(19));
        var next = _source.NextCallAsync();
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("list", await Eventually.Ends(next));
    }

    [Fact]
    public async Task Watches_that_end_without_a_word_are_not_repeated_without_pause()
    {
        _source.Lists(() => List("5"));
        _source.Watch().Complete();

        await CallsAre("list", "watch from 5");
        await Eventually.Holds(() => _time.PendingTimers == 1);
        _time.Advance(TimeSpan.FromSeconds(2));
        await CallsAre("watch from 5");
    }

    private static V1Pod Pod(string name, string version) =>
        new() { Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "shop", ResourceVersion = version } };

    private static WatchEvent<V1Pod> Change(WatchEventType type, string name, string version) => new(type, Pod(name, version));

    private static KubernetesList<V1Pod> List(string version, params V1Pod[] pods) => new([.. pods], version);

    private static ApiUnavailableException Unavailable(TimeSpan? retryAfter = null) => new("ApiBroken", "it is gone") { RetryAfter = retryAfter };

    private string Names() => string.Join(
        ' ', _store.Items.OrderBy(item => item.Key.Name, StringComparer.Ordinal).Select(item => $"{item.Key.Name}@{item.Value.Metadata!.ResourceVersion}"));

    private async Task PauseAsync(TimeSpan pause)
    {
        await Eventually.Holds(() => _time.PendingTimers == 1);
        _time.Advance(pause);
    }

    private async Task CallsAre(params string[] expected)
    {
        foreach (var call in expected)
        {
            Assert.Equal(call, await Eventually.Ends(_source.NextCallAsync()));
        }
    }
}
