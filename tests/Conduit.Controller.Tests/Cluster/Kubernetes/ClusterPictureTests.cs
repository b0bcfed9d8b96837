using System.Collections.Immutable;
using Conduit.Controller.Cluster.Kubernetes;
using Conduit.Kubernetes.Client;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.Tests.Cluster.Kubernetes;

public sealed class ClusterPictureTests
{
    private static readonly OwnerName Web = new(ResourceKind.Deployment, "web");
    private static readonly OwnerName WebSet = new(ResourceKind.ReplicaSet, "web-5f7");

    [Fact]
    public void The_topmost_owner_of_a_pod_is_the_one_that_a_user_wrote()
    {
        var state = Picture(
            [Pod("web-5f7-1", WebSet), Pod("nightly-9-1", new(ResourceKind.Job, "nightly-9")), Pod("db-0", new(ResourceKind.StatefulSet, "db")), Pod("bare", null)],
            Workloads(ResourceKind.ReplicaSet, ("web-5f7", Web)),
            Workloads(ResourceKind.Deployment, ("web", null)),
            Workloads(ResourceKind.Job, ("nightly-9", new OwnerName(ResourceKind.CronJob, "nightly"))),
            Workloads(ResourceKind.StatefulSet, ("db", null)));

        Assert.Equal(["bare: nobody", "db-0: StatefulSet db", "nightly-9-1: CronJob nightly", "web-5f7-1: Deployment web"], Owners(state));
    }

    [Fact]
    public void Workloads_without_pods_are_shown_and_those_that_others_own_are_not()
    {
        var state = Picture(
            [],
            Workloads(ResourceKind.ReplicaSet, ("web-5f7", Web), ("alone", null)),
            Workloads(ResourceKind.Deployment, ("web", null), ("idle", null)));

        Assert.Equal(
            ["Deployment idle", "Deployment web", "ReplicaSet alone"], state.Workloads.Select(workload => $"{workload.Kind} {workload.Name}"));
    }

    [Theory]
    [InlineData("5f7", "Deployment web")]
    [InlineData("other", "ReplicaSet web-5f7")]
    [InlineData(null, "ReplicaSet web-5f7")]
    public void A_pod_that_is_seen_before_its_replica_set_tells_its_deployment_by_its_hash(string? hash, string owner) =>
        Assert.Equal([$"web-5f7-1: {owner}"], Owners(Picture([Pod("web-5f7-1", WebSet, hash)])));

    [Fact]
    public void Objects_that_own_each_other_have_an_owner_all_the_same()
    {
        var state = Picture(
            [Pod("web-5f7-1", WebSet)], Workloads(ResourceKind.ReplicaSet, ("web-5f7", Web)), Workloads(ResourceKind.Deployment, ("web", WebSet)));

        Assert.Single(Owners(state));
    }

    [Fact]
    public void What_did_not_change_is_the_same_object_in_the_next_picture()
    {
        var pods = Enumerable.Range(0, 2).Select(number => Pod($"web-5f7-{number}", WebSet)).ToArray();
        var before = Picture(pods, Workloads(ResourceKind.ReplicaSet, ("web-5f7", Web)));
        pods[1] = Pod("web-5f7-1", WebSet);
        var after = Picture(pods, Workloads(ResourceKind.ReplicaSet, ("web-5f7", Web)));
        var disowned = Picture(pods);

        Assert.Same(before.Pods[0], after.Pods[0]);
        Assert.NotSame(before.Pods[1], after.Pods[1]);
        Assert.Equal(ResourceKind.ReplicaSet, disowned.Pods[0].Owner?.Kind);
    }

    private static IEnumerable<string> Owners(ClusterState state) =>
        state.Pods.Select(pod => pod.Owner is { } owner ? $"{pod.Name}: {owner.Kind} {owner.Name}" : $"{pod.Name}: nobody");

    private static PodEntry Pod(string name, OwnerName? owner, string? hash = null)
    {
        var labels = hash is null ? ImmutableSortedDictionary<string, string>.Empty
            : ImmutableSortedDictionary<string, string>.Empty.Add("pod-template-hash", hash);
        return new PodEntry(new Pod { Namespace = "shop", Name = name, Labels = labels }, owner);
    }

    private static KeyValuePair<ResourceKind, IReadOnlyDictionary<ObjectName, OwnerName?>> Workloads(
        ResourceKind kind, params (string Name, OwnerName? Owner)[] items) =>
        new(kind, items.ToDictionary(item => new ObjectName("shop", item.Name), item => item.Owner));

    private static ClusterState Picture(
        PodEntry[] pods, params ImmutableArray<KeyValuePair<ResourceKind, IReadOnlyDictionary<ObjectName, OwnerName?>>> workloads) =>
        ClusterPicture.Of(new ClusterObjects
        {
            Pods = pods.ToDictionary(pod => new ObjectName("shop", pod.Pod.Name)),
            Services = new Dictionary<ObjectName, ServiceEntry?>(),
            Slices = new Dictionary<ObjectName, SliceEntry>(),
            Workloads = workloads,
        });
}
