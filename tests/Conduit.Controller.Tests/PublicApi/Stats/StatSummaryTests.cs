using System.Collections.Immutable;
using Conduit.Controller.Cluster;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;
using Conduit.Protocol.Telemetry;
using Google.Protobuf.WellKnownTypes;
using Pod = Conduit.Model.Cluster.Pod;

namespace Conduit.Controller.Tests.PublicApi.Stats;

public sealed class StatSummaryTests
{
    private readonly RingProbe _probe = new();
    private readonly ClusterStore _cluster = new();

    [Fact]
    public void A_deployment_has_what_its_pods_received()
    {
        Publish(Mesh.Pod("web-1"), Mesh.Pod("web-2"), Mesh.Pod("voting-1"));
        Count("web-1", Reports.Series(1, Reports.Inbound(), 6, milliseconds: 3), Reports.Series(2, Failing, 1, milliseconds: 300));
        Count("web-2", Reports.Series(1, Reports.Inbound(), 3, milliseconds: 30));
        Count("voting-1", Reports.Series(1, Reports.Inbound(), 100), Reports.Series(2, Reports.Outbound("x"), 100));

        var row = Row(Ask("deployment", "web"), "web");

        Assert.Equal((9UL, 1UL), (row.Stats.SuccessCount, row.Stats.FailureCount));
        Assert.Equal((2UL, 2UL), (row.MeshedPodCount, row.RunningPodCount));
        Assert.InRange(row.Stats.LatencyUsP50, 2_900UL, 3_100UL);
        Assert.InRange(row.Stats.LatencyUsP95, 290_000UL, 310_000UL);
        Assert.InRange(row.Stats.LatencyUsP99, 290_000UL, 310_000UL);
    }

    [Fact]
    public void Workloads_without_traffic_or_pods_have_rows_without_numbers()
    {
        var state = Mesh.State([Mesh.Pod("web-1")]);
        _cluster.Publish(new ClusterSnapshot(state with { Workloads = state.Workloads.Add(Mesh.Deployment("scaled-to-zero")) }));

        var table = Table(Ask("deploy"));

        Assert.Equal("deployment", table.Type);
        Assert.Equal(["scaled-to-zero", "web"], table.Rows.Select(row => row.Resource.Name));
        Assert.All(table.Rows, row => Assert.Null(row.Stats));
    }

    [Fact]
    public void Pods_that_ended_are_hidden_and_failed_ones_are_counted_with_their_reason()
    {
        Publish(
            Mesh.Pod("web-1"),
            Mesh.Pod("web-2") with { Meshed = false },
            Mesh.Pod("web-3") with { Phase = PodPhase.Succeeded },
            Mesh.Pod("web-4") with { Phase = PodPhase.Failed, Status = "Evicted", Message = "the node ran low on memory" });

        var row = Row(Ask("deployment"), "web");

        Assert.Equal((1UL, 2UL, 1UL), (row.MeshedPodCount, row.RunningPodCount, row.FailedPodCount));
        var (pod, errors) = Assert.Single(row.ErrorsByPod);
        var error = Assert.Single(errors.Errors).Container;
        Assert.Equal(("web-4", "Evicted", "the node ran low on memory"), (pod, error.Reason, error.Message));
        Assert.Equal(["web-1", "web-2"], Table(Ask("po")).Rows.Select(found => found.Resource.Name));
    }

    [Fact]
    public void Probes_are_left_out()
    {
        Publish(Mesh.Pod("web-1"));
        var probe = Reports.Inbound();
        probe.Probe = true;
        Count("web-1", Reports.Series(1, Reports.Inbound(), 2), Reports.Series(2, probe, 50));

        Assert.Equal(2UL, Row(Ask("deployment"), "web").Stats.SuccessCount);
        Assert.Equal(2UL, Table(Ask("au")).Rows.Single().Stats.SuccessCount);
    }

    [Fact]
    public void Requests_over_tls_are_counted()
    {
        Publish(Mesh.Pod("web-1"));
        var secure = Reports.Inbound();
        secure.Tls = true;
        Count("web-1", Reports.Series(1, Reports.Inbound(), 2), Reports.Series(2, secure, 3));

        Assert.Equal(3UL, Row(Ask("deployment"), "web").Stats.TlsRequestCount);
    }

    [Fact]
    public void Towards_a_target_the_rows_are_its_callers()
    {
        Publish(Mesh.Pod("web-1"), Mesh.Pod("bot-1"), Mesh.Pod("voting-1"));
        var toEmoji = Reports.Outbound("emoji-svc:8080", true, ("deployment", "emoji"), ("namespace", Mesh.Namespace));
        Count("web-1", Reports.Series(1, ToVoting(), 4), Reports.Series(2, toEmoji, 50));
        Count("bot-1", Reports.Series(1, Reports.Outbound("web-svc:80", true, ("deployment", "web"), ("namespace", Mesh.Namespace)), 60));

        foreach (var (type, name) in new[] { ("deployment", "voting"), ("svc", "voting-svc"), ("po", "voting-1"), ("au", "voting-svc:8080") })
        {
            var row = Assert.Single(Table(Ask("deployment", request: To(type, name))).Rows);
            Assert.Equal(("web", 4UL), (row.Resource.Name, row.Stats.SuccessCount));
        }
    }

    [Fact]
    public void From_a_source_the_rows_are_what_it_calls()
    {
        Publish(Mesh.Pod("web-1"), Mesh.Pod("bot-1"), Mesh.Pod("voting-1"));
        Count("web-1", Reports.Series(1, ToVoting(), 4), Reports.Series(2, ToVoting(success: false), 1), Reports.Series(3, Reports.Inbound(), 70));
        Count("bot-1", Reports.Series(1, ToVoting(), 60));
        var from = From("deployment", "web");

        var deployment = Assert.Single(Table(Ask("deployment", "voting", request: from)).Rows);
        Assert.Equal((4UL, 1UL, 1UL), (deployment.Stats.SuccessCount, deployment.Stats.FailureCount, deployment.RunningPodCount));
        Assert.Equal("voting-svc", Table(Ask("svc", request: from)).Rows.Single().Resource.Name);
        Assert.Equal("voting-1", Table(Ask("po", request: from)).Rows.Single().Resource.Name);
        Assert.Equal("voting-svc:8080", Table(Ask("au", request: from)).Rows.Single().Resource.Name);
        Assert.Equal(Mesh.Namespace, Table(Ask("ns", @namespace: "", request: from)).Rows.Single().Resource.Name);
        Assert.Empty(Table(Ask("deployment", "bot", request: from)).Rows);
    }

    [Fact]
    public void A_host_outside_of_the_cluster_is_listed_where_it_is_called_from()
    {
        Publish(Mesh.Pod("web-1"));
        Count("web-1", Reports.Series(1, Reports.Outbound("api.example.com"), 4));

        var row = Table(Ask("au", request: From("deployment", "web"))).Rows.Single();

        Assert.Equal((Mesh.Namespace, "api.example.com", 4UL), (row.Resource.Namespace, row.Resource.Name, row.Stats.SuccessCount));
    }

    [Fact]
    public void All_is_a_table_for_each_kind_that_has_rows()
    {
        Publish(Mesh.Pod("web-1"), Mesh.Pod("db-0") with { Owner = Workload(ResourceKind.StatefulSet, "db") });
        Count("web-1", Reports.Series(1, Reports.Inbound(), 4), Reports.Series(2, ToVoting(), 1));

        Assert.Equal(["deployment", "pod", "authority", "statefulset"], Ask("all").StatTables.Select(table => table.Type));
        var from = From("deployment", "web");
        Assert.Equal(["deployment", "pod", "service", "authority"], Ask("all", request: from).StatTables.Select(table => table.Type));
    }

    [Fact]
    public void Namespaces_add_up_their_pods_and_are_chosen_by_name()
    {
        Publish(Mesh.Pod("web-1"), Mesh.Pod("voting-1"), Mesh.Pod("web-1", @namespace: "other"));
        Count("web-1", Reports.Series(1, Reports.Inbound(), 4));
        Count("voting-1", Reports.Series(1, Reports.Inbound(), 5));

        Assert.Equal([Mesh.Namespace, "other"], Table(Ask("ns", @namespace: "")).Rows.Select(row => row.Resource.Name));
        Assert.Equal(9UL, Table(Ask("ns", Mesh.Namespace, @namespace: "")).Rows.Single().Stats.SuccessCount);
        Assert.Equal(2, Table(Ask("deployment", @namespace: "")).Rows.Count(row => row.Resource.Name == "web"));
    }

    [Fact]
    public void Labels_choose_pods()
    {
        var canary = Mesh.Pod("web-2") with { Labels = ImmutableSortedDictionary<string, string>.Empty.Add("track", "canary") };
        Publish(Mesh.Pod("web-1"), canary, Mesh.Pod("voting-1"));
        Count("web-1", Reports.Series(1, Reports.Inbound(), 4));
        Count("web-2", Reports.Series(1, Reports.Inbound(), 5));

        var row = Assert.Single(Table(Ask("deployment", selector: "track=canary")).Rows);

        Assert.Equal(("web", 5UL, 1UL), (row.Resource.Name, row.Stats.SuccessCount, row.RunningPodCount));
    }

    [Fact]
    public void Traffic_of_a_pod_that_is_gone_stays_with_its_owner()
    {
        var gone = Mesh.Pod("web-1");
        Publish(Mesh.Pod("web-2"));
        using var stream = _probe.Open(PodName.Of(gone));
        _probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 4)), gone);

        Assert.Equal(4UL, Row(Ask("deployment"), "web").Stats.SuccessCount);
    }

    [Fact]
    public void The_actual_window_is_told()
    {
        Publish(Mesh.Pod("web-1"));
        _probe.Pass(40);

        var answer = Ask("deployment", request: Within(TimeSpan.FromMinutes(10)));

        Assert.Equal(40, answer.ActualWindow.Seconds);
        Assert.Equal(40, Row(answer, "web").TimeWindow.Seconds);
        Assert.Equal(40, Ask("deployment").ActualWindow.Seconds);
        Assert.Equal(10, Ask("deployment", request: Within(TimeSpan.FromSeconds(10))).ActualWindow.Seconds);
    }

    [Theory]
    [InlineData("nonsense", "cannot find Kubernetes canonical name from friendly name [nonsense]")]
    [InlineData("svc", "service only supported as a target on 'from' queries, or as a destination on 'to' queries")]
    public void A_kind_that_cannot_be_asked_for_is_refused(string type, string message) => AssertInvalid(message, () => Ask(type));

    [Fact]
    public void Other_questions_without_an_answer_are_refused_with_a_reason()
    {
        AssertInvalid("stats for a resource cannot be retrieved by name across all namespaces", () => Ask("deployment", "web", @namespace: ""));
        AssertInvalid("resource type 'all' is not supported as a filter", () => Ask("deployment", request: To("all")));
        AssertInvalid("cannot query traffic --from an authority", () => Ask("deployment", request: From("au", "x")));
        AssertInvalid(
            "service only supported as a target on 'from' queries, or as a destination on 'to' queries",
            () => Ask("deployment", request: From("svc", "web-svc")));
        AssertInvalid("'a b' is not a label selector; write for example app=web,tier!=cache", () => Ask("deployment", selector: "a b"));
    }

    private static HttpSeriesKey Failing => Reports.Inbound(success: false);

    private static StatSummaryRequest To(string type, string name = "") => new() { ToResource = Resource(type, name) };

    private static StatSummaryRequest From(string type, string name) => new() { FromResource = Resource(type, name) };

    private static StatSummaryRequest Within(TimeSpan window) => new() { TimeWindow = Duration.FromTimeSpan(window) };

    private static HttpSeriesKey ToVoting(bool success = true) => Reports.Outbound(
        "voting-svc:8080", success, ("deployment", "voting"), ("pod", "voting-1"), ("service", "voting-svc"), ("namespace", Mesh.Namespace));

    private static Workload Workload(ResourceKind kind, string name) => new() { Namespace = Mesh.Namespace, Kind = kind, Name = name };

    private static Resource Resource(string type, string name = "") => new() { Namespace = Mesh.Namespace, Type = type, Name = name };

    private static StatTable Table(StatSummaryResponse response) => Assert.Single(response.StatTables);

    private static StatRow Row(StatSummaryResponse response, string name) => Table(response).Rows.Single(row => row.Resource.Name == name);

    private static void AssertInvalid(string message, Action ask)
    {
        var failure = Assert.Throws<RpcException>(ask);
        Assert.Equal((StatusCode.InvalidArgument, message), (failure.StatusCode, failure.Status.Detail));
    }

    private void Publish(params IEnumerable<Pod> pods) => _cluster.Publish(new ClusterSnapshot(Mesh.State(pods)));

    private void Count(string pod, params IEnumerable<HttpSeries> series) => _probe.Count(new PodName(Mesh.Namespace, pod), series);

    private StatSummaryResponse Ask(
        string type, string name = "", string @namespace = Mesh.Namespace, string selector = "", StatSummaryRequest? request = null)
    {
        var question = request?.Clone() ?? new StatSummaryRequest();
        var resource = new Resource { Namespace = @namespace, Type = type, Name = name };
        question.Selector = new ResourceSelection { Resource = resource, LabelSelector = selector };

        // The ring answers at once.
        return new StatSummaryHandler(_cluster, new RingTraffic(_probe.Ring, _cluster))
            .HandleAsync(question, CancellationToken.None).GetAwaiter().GetResult();
    }
}
