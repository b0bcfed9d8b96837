using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Tests.Servers;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Kubernetes.Tests.Client;

public sealed class WatchTests : ApiServerTest
{
    private static readonly WatchScope Scope = new(new ListScope { Namespace = "shop", LabelSelector = "app" }, "5", TimeSpan.FromSeconds(300));

    [Fact]
    public async Task Changes_arrive_one_by_one_while_the_watch_goes_on()
    {
        OnWatch(context => context.WatchAsync(
            ends: false,
            Answers.Event("ADDED", Answers.Pod("a", 6)),
            Answers.Event("MODIFIED", Answers.Pod("a", 7)),
            Answers.Event("DELETED", Answers.Pod("a", 8)),
            Answers.Event("BOOKMARK", """{"kind":"Pod","metadata":{"resourceVersion":"9"}}""")));

        var changes = await TakeAsync(4);

        Assert.Equal([WatchEventType.Added, WatchEventType.Modified, WatchEventType.Deleted, WatchEventType.Bookmark], changes.Select(change => change.Type));
        Assert.Equal(["6", "7", "8", "9"], changes.Select(change => change.Value.Metadata!.ResourceVersion));
        Assert.Equal(
            "GET /api/v1/namespaces/shop/pods?watch=true&allowWatchBookmarks=true&resourceVersion=5&timeoutSeconds=300&labelSelector=app",
            Assert.Single(Server.Requests).Line);
    }

    [Fact]
    public async Task A_watch_says_that_it_was_granted_before_anything_changes()
    {
        OnWatch(async context =>
        {
            await context.Response.Body.FlushAsync();
            await context.UntilGoneAsync();
        });
        await using var changes = Client.WatchAsync(KubernetesResources.Pods, Scope, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await Eventually.Ends(changes.MoveNextAsync().AsTask()));
        Assert.Equal((WatchEventType.Bookmark, "5"), (changes.Current.Type, changes.Current.Value.Metadata?.ResourceVersion));
    }

    [Fact]
    public async Task A_watch_that_theServer_ends_just_ends()
    {
        OnWatch(context => context.WatchAsync(ends: true, Answers.Event("ADDED", Answers.Pod("a", 6))));

        Assert.Single(await TakeAsync(10));
    }

    [Fact]
    public async Task Objects_larger_than_any_buffer_arrive_whole()
    {
        var label = new string('x', 100_000);
        OnWatch(context => context.WatchAsync(ends: false, Answers.Event("ADDED", $$$"""{"metadata":{"name":"a","labels":{"l":"{{{label}}}"} } }""")));

        Assert.Equal(label, Assert.Single(await TakeAsync(1)).Value.Metadata!.Labels!["l"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_version_that_is_too_old_is_told_apart_at_the_start_and_later(bool atTheStart)
    {
        OnWatch(context => atTheStart
            ? context.StatusAsync(410, "Expired", "too old resource version")
            : context.WatchAsync(ends: false, Answers.Event("ERROR", Answers.Status(410, "Expired", "too old resource version"))));

        await Assert.ThrowsAsync<ResourceExpiredException>(() => TakeAsync(1));
    }

    [Fact]
    public async Task An_error_within_the_watch_is_an_exception()
    {
        OnWatch(context => context.WatchAsync(ends: false, Answers.Event("ERROR", Answers.Status(500, "InternalError", "etcd is gone"))));

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => TakeAsync(1));

        Assert.Contains("etcd is gone", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_exception_after_what_came()
    {
        var received = new TaskCompletionSource();
        OnWatch(async context =>
        {
            await context.SendLineAsync(Answers.Event("ADDED", Answers.Pod("a", 6)));
            await received.Task;
            context.Abort();
        });
        await using var changes = Client.WatchAsync(KubernetesResources.Pods, Scope, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await Eventually.Ends(changes.MoveNextAsync().AsTask()));
        Assert.True(await Eventually.Ends(changes.MoveNextAsync().AsTask()));
        received.SetResult();
        await Assert.ThrowsAsync<ApiUnavailableException>(() => Eventually.Ends(changes.MoveNextAsync().AsTask()));
    }

    [Fact]
    public async Task Nonsense_within_the_watch_is_an_exception()
    {
        OnWatch(context => context.WatchAsync(ends: false, """{"type":"EXPLODED","object":{}}"""));

        var failure = await Assert.ThrowsAsync<ApiUnavailableException>(() => TakeAsync(1));

        Assert.Equal("ApiNotKubernetes", failure.Id);
    }

    [Fact]
    public async Task Cancelling_ends_a_quiet_watch()
    {
        OnWatch(context => context.WatchAsync(ends: false, Answers.Event("ADDED", Answers.Pod("a", 6))));
        using var cancellation = new CancellationTokenSource();
        await using var changes = Client.WatchAsync(KubernetesResources.Pods, Scope, cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        Assert.True(await Eventually.Ends(changes.MoveNextAsync().AsTask()));
        Assert.True(await Eventually.Ends(changes.MoveNextAsync().AsTask()));

        var next = changes.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(next));
    }

    private void OnWatch(RequestDelegate answer) => Server.On("GET /api/v1/namespaces/shop/pods", answer);

    // What follows the bookmark that grants the watch.
    private async Task<IReadOnlyList<WatchEvent<V1Pod>>> TakeAsync(int count)
    {
        var taken = new List<WatchEvent<V1Pod>>();
        await using var changes = Client.WatchAsync(KubernetesResources.Pods, Scope, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await Eventually.Ends(changes.MoveNextAsync().AsTask()));

        while (taken.Count < count && await Eventually.Ends(changes.MoveNextAsync().AsTask()))
        {
            taken.Add(changes.Current);
        }

        return taken;
    }
}
