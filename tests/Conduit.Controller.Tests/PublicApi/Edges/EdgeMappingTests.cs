using Conduit.Controller.PublicApi.Edges;
using Conduit.Grpc;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Controller.Tests.PublicApi.Edges;

public sealed class EdgeMappingTests
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_bare_question_is_for_all_of_the_last_minute() =>
        Assert.Equal(new EdgeQuery { Window = OneMinute }, EdgeMapping.Read(new EdgesRequest()));

    [Fact]
    public void A_resource_is_asked_for_in_its_namespace()
    {
        var request = new EdgesRequest
        {
            Resource = new Resource { Namespace = "shop", Type = "deployment", Name = "web" },
            TimeWindow = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)),
        };

        Assert.Equal(
            new EdgeQuery { Namespace = "shop", Kind = ResourceKind.Deployment, Name = "web", Window = TimeSpan.FromSeconds(10) },
            EdgeMapping.Read(request));
    }

    [Fact]
    public void A_namespace_stands_for_what_lies_in_it() => Assert.Equal(
        new EdgeQuery { Namespace = "shop", Window = OneMinute },
        EdgeMapping.Read(new EdgesRequest { Resource = new Resource { Type = "namespace", Name = "shop" } }));

    [Fact]
    public void A_kind_that_nobody_knows_is_refused()
    {
        var failure = Assert.Throws<RpcException>(() => EdgeMapping.Read(new EdgesRequest { Resource = new Resource { Type = "elephant" } }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
    }

    [Fact]
    public void Both_ends_are_named_in_full()
    {
        var edge = new TrafficEdge(new ResourceName("shop", ResourceKind.Deployment, "web"), new ResourceName("", ResourceKind.Authority, "api.example.com"));

        var wire = EdgeMapping.ToWire(new EdgeList(OneMinute, [(edge, new BasicStats { SuccessCount = 3 })]));

        var only = Assert.Single(wire.Edges);
        Assert.Equal(new Resource { Namespace = "shop", Type = "deployment", Name = "web" }, only.Source);
        Assert.Equal(new Resource { Type = "authority", Name = "api.example.com" }, only.Destination);
        Assert.Equal((3UL, OneMinute), (only.Stats.SuccessCount, wire.ActualWindow.ToTimeSpan()));
    }
}
