using System.Collections.Immutable;
using Conduit.Controller.Cluster;
using Conduit.Controller.Destinations;
using Conduit.Controller.Tests.Doubles;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.Tests.Destinations;

public sealed class DestinationResolverTests
{
    [Fact]
    public void A_service_leads_to_its_ready_endpoints_with_their_labels()
    {
        var web = Mesh.Pod("web-1") with { Labels = ImmutableSortedDictionary<string, string>.Empty.Add("pod-template-hash", "abc") };
        var view = Resolve("web-svc.emojivoto:80", Mesh.State(
            [web, Mesh.Pod("web-2")],
            Mesh.Service("web-svc", 80, Mesh.Endpoint("10.0.0.1:8080", "web-1"), Mesh.Endpoint("10.0.0.2:8080", "web-2", ready: false))));

        Assert.True(view.Exists);
        Assert.Equal("namespace=emojivoto,service=web-svc", Text(view.SetLabels));
        var (address, labels) = Assert.Single(view.Addresses);
        Assert.Equal("10.0.0.1:8080", address.ToString());
        Assert.Equal("deployment=web,pod=web-1,pod_template_hash=abc", Text(labels));
    }

    [Theory]
    [InlineData(ResourceKind.Deployment, "deployment")]
    [InlineData(ResourceKind.ReplicationController, "replication_controller")]
    [InlineData(ResourceKind.ReplicaSet, "replica_set")]
    [InlineData(ResourceKind.StatefulSet, "stateful_set")]
    [InlineData(ResourceKind.DaemonSet, "daemon_set")]
    [InlineData(ResourceKind.Job, "k8s_job")]
    public void An_owner_is_labelled_by_its_kind(ResourceKind kind, string label)
    {
        var pod = Mesh.Pod("x-1") with { Owner = new Workload { Namespace = Mesh.Namespace, Kind = kind, Name = "owner" } };
        var view = Resolve("svc.emojivoto:80", Mesh.State([pod], Mesh.Service("svc", 80, Mesh.Endpoint("10.0.0.1:8080", "x-1"))));

        Assert.Contains($"{label}=owner", Text(view.Addresses.Values.Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_ip_leads_to_its_services_endpoints()
    {
        var service = Mesh.Service("web-svc", 80, Mesh.Endpoint("10.0.0.1:8080")) with { ClusterIp = "10.200.0.7" };
        var view = Resolve("10.200.0.7:80", Mesh.State([], service));

        Assert.Equal("10.0.0.1:8080", Assert.Single(view.Addresses).Key.ToString());
        Assert.Equal("namespace=emojivoto,service=web-svc", Text(view.SetLabels));
    }

    [Theory]
    [InlineData("10.0.0.1:8080")]
    [InlineData("10.0.0.1:9999")]
    public void A_pods_address_leads_to_that_pod_alone_ready_or_not(string path)
    {
        var view = Resolve(path, Mesh.State(
            [Mesh.Pod("web-1", "10.0.0.1"), Mesh.Pod("web-2", "10.0.0.2")],
            Mesh.Service("web-svc", 80, Mesh.Endpoint("10.0.0.1:8080", "web-1", ready: false), Mesh.Endpoint("10.0.0.2:8080", "web-2"))));

        var (address, labels) = Assert.Single(view.Addresses);
        Assert.Equal(path, address.ToString());
        Assert.Equal("deployment=web,pod=web-1", Text(labels));
        Assert.Equal("namespace=emojivoto", Text(view.SetLabels));
    }

    [Theory]
    [InlineData("web-svc.other:80", false)]
    [InlineData("nothing.emojivoto:80", false)]
    [InlineData("10.9.9.9:80", false)]
    [InlineData("web-svc.emojivoto:81", true)]
    public void Without_endpoints_it_is_told_whether_the_thing_exists(string path, bool exists)
    {
        var view = Resolve(path, Mesh.Small());

        Assert.Empty(view.Addresses);
        Assert.Equal(exists, view.Exists);
    }

    private static DestinationView Resolve(string path, ClusterState state)
    {
        Assert.True(DestinationPath.TryParse(path, out var target));
        return new DestinationResolver(new ClusterSnapshot(state), []).Resolve(target);
    }

    private static string Text(LabelSet labels) => string.Join(',', labels.Labels.Select(label => $"{label.Key}={label.Value}"));
}
