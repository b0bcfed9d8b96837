using Conduit.Controller.Cluster;
using Conduit.Controller.PublicApi.Edges;
using Conduit.Controller.Tests.Doubles;
using Conduit.Model.Resources;

namespace Conduit.Controller.Tests.PublicApi.Edges;

public sealed class EdgeHandlerTests
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);
    private static readonly (string Key, string Value)[] ToVoting = [("namespace", "emojivoto"), ("deployment", "voting"), ("pod", "voting-1"), ("service", "voting-svc")];

    private readonly RingProbe _probe = new();
    private readonly ClusterStore _cluster = new();

    public EdgeHandlerTests()
    {
        _cluster.Publish(new ClusterSnapshot(Mesh.Small()));
        _probe.Count(
            RingProbe.Web,
            Reports.Series(1, Reports.Outbound("voting-svc:8080", true, ToVoting), 9),
            Reports.Series(2, Reports.Outbound("voting-svc:8080", false, ToVoting), 1),
            Reports.Series(3, Reports.Outbound("api.example.com"), 5),
            Reports.Series(4, Reports.Inbound(), 100));
    }

    [Fact]
    public void Callers_are_named_by_their_workload_and_so_are_the_called()
    {
        var edge = Edges().Single(edge => edge.Edge.Destination.Kind == ResourceKind.Deployment);

        Assert.Equal("deployment/web.emojivoto", edge.Edge.Source.ToString());
        Assert.Equal("deployment/voting.emojivoto", edge.Edge.Destination.ToString());
        Assert.Equal((9UL, 1UL), (edge.Stats.SuccessCount, edge.Stats.FailureCount));
    }

    [Fact]
    public void What_lies_outside_is_named_by_its_authority()
    {
        var edge = Edges().Single(edge => edge.Edge.Destination.Kind == ResourceKind.Authority);

        Assert.Equal(("", "api.example.com", 5UL), (edge.Edge.Destination.Namespace, edge.Edge.Destination.Name, edge.Stats.SuccessCount));
    }

    [Theory]
    [InlineData("emojivoto", "voting", 1)]
    [InlineData("emojivoto", "web", 2)]
    [InlineData("emojivoto", "emoji", 0)]
    [InlineData("emojivoto", null, 2)]
    [InlineData("elsewhere", null, 0)]
    [InlineData("", "voting", 1)]
    public void Edges_are_chosen_by_either_end(string space, string? deployment, int count)
    {
        var kind = deployment is null ? (ResourceKind?)null : ResourceKind.Deployment;

        Assert.Equal(count, Edges(new EdgeQuery { Namespace = space, Kind = kind, Name = deployment ?? "", Window = OneMinute }).Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("emojivoto", 1)]
    [InlineData("elsewhere", 0)]
    public void An_authority_is_where_its_caller_is(string space, int count) =>
        Assert.Equal(count, Edges(new EdgeQuery { Namespace = space, Kind = ResourceKind.Authority, Window = OneMinute }).Count);

    private IReadOnlyList<(TrafficEdge Edge, Protocol.Public.BasicStats Stats)> Edges(EdgeQuery? query = null) =>
        new EdgeHandler(_cluster, _probe.Ring).Handle(query ?? new EdgeQuery { Window = OneMinute }).Edges;
}
