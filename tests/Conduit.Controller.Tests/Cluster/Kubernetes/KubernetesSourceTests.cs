using Conduit.Controller.Cluster;
using Conduit.Controller.Cluster.Kubernetes;
using Conduit.Controller.Tests.Doubles;
using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Testing.Logging;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Cluster.Kubernetes;

public sealed class KubernetesSourceTests : IAsyncLifetime, IDisposable
{
    private const int Kinds = 9;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    private readonly FakeKubernetes _kubernetes = new();
    private readonly ManualTimeProvider _time = new();
    private readonly TestLog _log = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly KubernetesSource _source;
    private readonly IAsyncEnumerator<ClusterReading> _readings;
    private Task<bool>? _next;

    public KubernetesSourceTests()
    {
        var configuration = new KubernetesClientConfiguration { Host = new Uri("https://10.0.0.1:6443"), Source = "a test" };
        var reflectors = new ReflectorFactory(new Random(1), _time, _log);
        _source = new KubernetesSource(_kubernetes, configuration, new PodReader("conduit"), reflectors, _time);
        _readings = _source.ReadAsync(_ending.Token).GetAsyncEnumerator(_ending.Token);
        _kubernetes.Put(Shop.Objects);
        _kubernetes.Put(Shop.Pod("web-5f7-1", "10.244.0.1"));
        _kubernetes.Put(Shop.Slice("web-5f7-1"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _ending.CancelAsync();
        _next ??= _readings.MoveNextAsync().AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(_next));
        await _readings.DisposeAsync();
    }

    public void Dispose()
    {
        _ending.Dispose();
        _kubernetes.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task The_picture_has_services_pods_and_who_owns_them()
    {
        var state = (await UntilAsync(reading => reading.State is not null)).State!;

        var pod = Assert.Single(state.Pods);
        Assert.Equal("Deployment web", $"{pod.Owner?.Kind} {pod.Owner?.Name}");
        Assert.Equal(pod.Owner, Assert.Single(state.Workloads));
        var endpoint = Assert.Single(Assert.Single(Assert.Single(state.Services).Ports).Endpoints);
        Assert.Equal(("10.244.0.1:8080", "web-5f7-1"), (endpoint.Address, endpoint.Pod));
    }

    [Fact]
    public async Task There_is_no_picture_while_a_kind_is_missing()
    {
        _kubernetes.Withhold("endpointslices");
        var missing = await UntilAsync(reading => reading.Fault == "endpointslices are withheld.");
        Assert.Null(missing.State);

        _kubernetes.Mend();
        _time.Advance(Retry);

        Assert.Null((await UntilAsync(reading => reading.State is not null)).Fault);
    }

    [Fact]
    public async Task A_change_is_shown_after_a_pause_in_which_others_may_join_it()
    {
        await FollowedAsync();

        _next = _readings.MoveNextAsync().AsTask();
        _kubernetes.Put(Shop.Pod("web-5f7-2", "10.244.0.2"));
        await Eventually.Holds(() => _time.PendingTimers == 1);
        _kubernetes.Put(Shop.Pod("web-5f7-3", "10.244.0.3"));
        _kubernetes.Put(Shop.Slice("web-5f7-1", "web-5f7-2", "web-5f7-3"));
        Assert.False(_next.IsCompleted);

        await UntilAsync(reading => reading.State is { Pods.Length: 3, Services: [{ Ports: [{ Endpoints.Length: 3 }] }] });
    }

    [Fact]
    public async Task While_the_api_server_is_away_the_last_picture_stays_and_nothing_is_lost()
    {
        await FollowedAsync();

        _kubernetes.Break(new ApiUnavailableException("ApiBroken", "It is gone."));
        _kubernetes.Delete("pods", "shop", "web-5f7-1");
        var away = await UntilAsync(reading => reading.Fault == "It is gone.");
        Assert.Single(away.State!.Pods);

        _kubernetes.Mend();
        _time.Advance(Retry);
        var back = await UntilAsync(reading => reading.State!.Pods.IsEmpty);

        await UntilWellAsync(back);
    }

    [Fact]
    public async Task While_their_node_is_not_heard_pods_that_are_well_stay_behind_their_service()
    {
        await FollowedAsync();
        var unheard = Shop.Pod("web-5f7-1", "10.244.0.1").Replace("{ type: Ready, status: \"True\" }", "{0}", StringComparison.Ordinal);

        _kubernetes.Put(unheard.Replace("{0}", "{ type: Ready, status: \"False\" }, { type: ContainersReady, status: \"True\" }", StringComparison.Ordinal));
        _kubernetes.Put(Shop.Slice("web-5f7-1").Replace("targetRef", "conditions: { ready: false }, targetRef", StringComparison.Ordinal));
        await UntilAsync(reading => reading.State is { Pods: [{ Ready: false }], Services: [{ Ports: [{ Endpoints: [{ Ready: true }] }] }] });

        _kubernetes.Put(unheard.Replace("{0}", "{ type: Ready, status: \"False\" }, { type: ContainersReady, status: \"False\" }", StringComparison.Ordinal));
        await UntilAsync(reading => reading.State is { Services: [{ Ports: [{ Endpoints: [{ Ready: false }] }] }] });
    }

    [Fact]
    public async Task What_vanished_while_the_api_server_forgot_is_gone_after_the_next_list()
    {
        await FollowedAsync();

        _kubernetes.Break(new ApiUnavailableException("ApiBroken", "It is gone."));
        _kubernetes.Delete("pods", "shop", "web-5f7-1");
        _kubernetes.Forget();
        _kubernetes.Mend();

        await UntilAsync(reading => reading.State!.Pods.IsEmpty, advance: Retry);
        Assert.Equal(2, _kubernetes.ListsOf("pods"));
    }

    [Fact]
    public async Task A_probe_asks_the_api_server_anew()
    {
        Assert.Null(await Eventually.Ends(_source.ProbeAsync(CancellationToken.None)));

        _kubernetes.Version = _ => throw new ApiUnavailableException("ApiBroken", "It is gone.");
        Assert.Equal("It is gone.", await Eventually.Ends(_source.ProbeAsync(CancellationToken.None)));

        _kubernetes.Version = async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new VersionInfo();
        };
        var silent = _source.ProbeAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("did not answer within 5 seconds", await Eventually.Ends(silent), StringComparison.Ordinal);
    }

    // The first picture is there, and every kind is watched.
    private async Task FollowedAsync()
    {
        await UntilAsync(reading => reading.State is not null);
        await Eventually.Holds(() => _kubernetes.WatchCount == Kinds);
    }

    private async Task UntilWellAsync(ClusterReading reading)
    {
        if (reading.Fault is not null)
        {
            await UntilAsync(later => later.Fault is null);
        }
    }

    // Moves the clock until there is such a reading.
    private async Task<ClusterReading> UntilAsync(Predicate<ClusterReading> found, TimeSpan? advance = null)
    {
        while (true)
        {
            var next = _next ??= _readings.MoveNextAsync().AsTask();
            await Eventually.Holds(() =>
            {
                _time.Advance(advance ?? Step);
                return next.IsCompleted;
            });

            _next = null;

            if (await next && found(_readings.Current))
            {
                return _readings.Current;
            }
        }
    }
}
