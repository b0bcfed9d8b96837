using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Controller.Tests.Doubles;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Tests.Cluster;

public sealed class ClusterSnapshotTests
{
    [Fact]
    public void Ports_that_lead_to_the_same_pods_as_before_are_taken_over()
    {
        var state = Mesh.Small();
        var before = new ClusterSnapshot(state);
        var after = new ClusterSnapshot(state with { Pods = [state.Pods[0], state.Pods[1] with { Ready = false }] }, token: null, before);

        Assert.Same(PortOf(before, "web-svc"), PortOf(after, "web-svc"));
        Assert.NotSame(PortOf(before, "voting-svc"), PortOf(after, "voting-svc"));
    }

    [Fact]
    public void A_pod_is_found_by_its_name_its_address_and_the_endpoint_that_it_serves()
    {
        var cluster = new ClusterSnapshot(Mesh.Small());

        Assert.Equal("web-1", cluster.FindPod(new PodName(Mesh.Namespace, "web-1"))?.Name);
        Assert.Equal("web-1", cluster.FindPodByIp(IPAddress.Parse("10.0.0.1"))?.Name);
        Assert.Equal("web-1", cluster.FindPodAt(IPEndPoint.Parse("10.0.0.1:8080"))?.Name);
        Assert.Equal("web-1", cluster.FindPodAt(IPEndPoint.Parse("10.0.0.1:4191"))?.Name);
        Assert.Null(cluster.FindPodAt(IPEndPoint.Parse("10.0.0.9:8080")));
    }

    [Fact]
    public void An_address_that_several_pods_have_tells_nothing()
    {
        var cluster = new ClusterSnapshot(Mesh.State([Mesh.Pod("web-1", "10.0.0.1"), Mesh.Pod("agent-1", "10.0.0.1")]));

        Assert.Null(cluster.FindPodByIp(IPAddress.Parse("10.0.0.1")));
    }

    [Fact]
    public void Loopback_tells_nothing_but_where_an_endpoint_serves()
    {
        var service = Mesh.Service("web-svc", 80, Mesh.Endpoint("127.0.0.1:7001", "web-1"));
        var cluster = new ClusterSnapshot(Mesh.State([Mesh.Pod("web-1", "127.0.0.1")], service));

        Assert.Null(cluster.FindPodByIp(IPAddress.Loopback));
        Assert.Equal("web-1", cluster.FindPodAt(new IPEndPoint(IPAddress.Loopback, 7001))?.Name);
    }

    [Fact]
    public void The_address_of_a_pod_that_ended_is_free()
    {
        var ended = Mesh.Pod("job-1", "10.0.0.1") with { Phase = PodPhase.Succeeded };
        var cluster = new ClusterSnapshot(Mesh.State([ended, Mesh.Pod("web-1", "10.0.0.1")]));

        Assert.Equal("web-1", cluster.FindPodByIp(IPAddress.Parse("10.0.0.1"))?.Name);
    }

    private static ServicePortEntry PortOf(ClusterSnapshot cluster, string service) =>
        cluster.TryFindPorts(new ServiceName(Mesh.Namespace, service), out var ports) ? ports.Single() : throw new ArgumentException(service);
}
