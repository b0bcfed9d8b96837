using Conduit.Controller.Cluster;
using Conduit.Controller.Selection;
using Conduit.Controller.Taps;
using Conduit.Controller.Tests.Doubles;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;
using Conduit.Protocol.Common;
using Conduit.Protocol.Taps;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Taps;

public sealed class TapHubTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly ClusterStore _cluster = new();
    private readonly TapHub _hub;

    public TapHubTests()
    {
        _hub = new TapHub(_cluster, _time);
        Publish(Mesh.Pod("web-1"), Mesh.Pod("web-2"), Mesh.Pod("voting-1"));
    }

    [Fact]
    public async Task One_rate_holds_for_all_proxies_together_and_a_request_is_let_through_whole_or_not_at_all()
    {
        var proxies = new[] { Attach("web-1"), Attach("web-2") };
        var tap = Start(maxRps: 2);

        for (ulong stream = 1; stream <= 5; stream++)
        {
            foreach (var proxy in proxies)
            {
                Deliver(proxy, TapEvents.Whole(tap.Id, stream));
            }
        }

        var events = await TakeAsync(tap, 6);

        Assert.Equal(["1.1 init", "1.1 response", "1.1 end", "2.1 init", "2.1 response", "2.1 end"], events.Select(Describe));

        _time.Advance(TimeSpan.FromMilliseconds(500));
        Deliver(proxies[1], TapEvents.Whole(tap.Id, 6));
        Deliver(proxies[0], TapEvents.Whole(tap.Id, 6));
        Assert.Equal(["2.6 init", "2.6 response", "2.6 end"], (await TakeAsync(tap, 3)).Select(Describe));
        Assert.Equal(0, _hub.Dropped);
    }

    [Fact]
    public async Task A_proxy_gets_the_taps_that_select_its_pod_and_is_told_when_they_end()
    {
        var (web, voting) = (Attach("web-1"), Attach("voting-1"));
        var tap = Start();
        var late = Attach("web-2");

        Assert.Equal(tap.Id, (await NextAsync(web)).Start.TapId);
        Assert.Equal(tap.Id, (await NextAsync(late)).Start.TapId);

        _hub.Stop(tap);

        Assert.Equal(tap.Id, (await NextAsync(web)).Stop.TapId);
        Assert.Equal(tap.Id, (await NextAsync(late)).Stop.TapId);
        Assert.Equal(0, _hub.Count);
        Assert.Null(voting.Find(tap.Id));
    }

    [Fact]
    public async Task A_pod_that_appears_during_a_tap_is_tapped_too()
    {
        var tap = Start();
        var early = Attach("web-3");
        Assert.Null(early.Find(tap.Id));

        Publish(Mesh.Pod("web-3"));

        Assert.Equal(tap.Id, (await NextAsync(early)).Start.TapId);
        Deliver(early, TapEvents.Whole(tap.Id, 1));
        Assert.Equal("web-3", (await TakeAsync(tap, 1))[0].DestinationMeta.Labels["pod"]);
    }

    [Fact]
    public async Task A_pod_that_is_selected_no_more_is_let_go()
    {
        var proxy = Attach("web-1");
        var tap = Start();
        await NextAsync(proxy);

        Publish(Mesh.Pod("web-1") with { Owner = Mesh.Deployment("other") });

        Assert.Equal(tap.Id, (await NextAsync(proxy)).Stop.TapId);
    }

    [Fact]
    public async Task A_slow_client_loses_events_and_holds_nobody_up()
    {
        var proxy = Attach("web-1");
        var tap = Start(maxRps: 10_000);

        for (ulong stream = 1; stream <= ActiveTap.MostWaiting; stream++)
        {
            Deliver(proxy, TapEvents.Whole(tap.Id, stream));
        }

        var events = await TakeAsync(tap, ActiveTap.MostWaiting);

        Assert.Equal(ActiveTap.MostWaiting, events.Count);
        Assert.True(_hub.Dropped > 0);

        // A request whose beginning was lost has no end either.
        var begun = events.Where(seen => seen.Http.RequestInit is not null).Select(seen => seen.Http.RequestInit.Id.Stream).ToHashSet();
        Assert.All(events.Where(seen => seen.Http.ResponseEnd is not null), seen => Assert.Contains(seen.Http.ResponseEnd.Id.Stream, begun));
    }

    [Fact]
    public async Task Events_of_other_taps_and_of_requests_that_began_before_go_nowhere()
    {
        var proxy = Attach("web-1");
        var tap = Start(maxRps: 100);

        Deliver(proxy, TapEvents.Whole(tap.Id + 1, 1));
        Deliver(proxy, [TapEvents.Response(tap.Id, 2), TapEvents.End(tap.Id, 2), new TapReport()]);
        Deliver(proxy, TapEvents.Whole(tap.Id, 3));

        Assert.Equal(["1.3 init", "1.3 response", "1.3 end"], (await TakeAsync(tap, 3)).Select(Describe));
    }

    [Fact]
    public void So_many_taps_and_no_more_run_at_once()
    {
        var taps = Enumerable.Range(0, 100).Select(_ => Start()).ToList();

        Assert.Null(_hub.Start(taps[0].Plan));

        _hub.Stop(taps[0]);
        Assert.NotNull(_hub.Start(taps[0].Plan));
    }

    [Fact]
    public async Task A_proxy_that_takes_no_commands_is_let_go_and_may_attach_again()
    {
        var proxy = Attach("web-1");

        for (var round = 0; round < 200; round++)
        {
            _hub.Stop(Start());
        }

        await Eventually.Ends(ReadToEndAsync(proxy));
    }

    private static async Task ReadToEndAsync(AttachedProxy proxy)
    {
        await foreach (var _ in proxy.CommandsAsync(CancellationToken.None))
        {
        }
    }

    private static async Task<TapCommand> NextAsync(AttachedProxy proxy)
    {
        await using var commands = proxy.CommandsAsync(CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await Eventually.Ends(commands.MoveNextAsync().AsTask()));
        return commands.Current;
    }

    private static async Task<List<TapEvent>> TakeAsync(ActiveTap tap, int count)
    {
        var events = new List<TapEvent>();
        await using var reader = tap.ReadAllAsync(CancellationToken.None).GetAsyncEnumerator();

        while (events.Count < count)
        {
            Assert.True(await Eventually.Ends(reader.MoveNextAsync().AsTask()));
            events.Add(reader.Current);
        }

        return events;
    }

    private static string Describe(TapEvent seen) => seen.Http.EventCase switch
    {
        TapEvent.Types.Http.EventOneofCase.RequestInit => $"{seen.Http.RequestInit.Id.Base}.{seen.Http.RequestInit.Id.Stream} init",
        TapEvent.Types.Http.EventOneofCase.ResponseInit => $"{seen.Http.ResponseInit.Id.Base}.{seen.Http.ResponseInit.Id.Stream} response",
        _ => $"{seen.Http.ResponseEnd.Id.Base}.{seen.Http.ResponseEnd.Id.Stream} end",
    };

    private void Publish(params IEnumerable<Pod> pods)
    {
        var snapshot = new ClusterSnapshot(Mesh.State(pods));
        _cluster.Publish(snapshot);
        _hub.Rejoin(snapshot);
    }

    private AttachedProxy Attach(string pod) => _hub.Attach(new PodName(Mesh.Namespace, pod));

    private ActiveTap Start(float maxRps = 1)
    {
        var target = new PodSelector { Kind = ResourceKind.Deployment, Namespace = Mesh.Namespace, Name = "web" };
        return _hub.Start(new TapPlan(target, new Match(), maxRps)) ?? throw new InvalidOperationException("Too many taps.");
    }

    private void Deliver(AttachedProxy proxy, TapReport[] reports)
    {
        foreach (var report in reports)
        {
            _hub.Deliver(proxy, report);
        }
    }
}
