using Conduit.Controller.Cluster.Kubernetes;
using Conduit.Controller.Tests.Doubles;
using Conduit.Kubernetes.Models;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.Tests.Cluster.Kubernetes;

public sealed class PodReaderTests
{
    private static readonly PodReader Reader = new("conduit");

    [Fact]
    public void What_the_mesh_shows_of_a_pod_is_read()
    {
        var entry = Read("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1
              namespace: shop
              labels: { app: web, conduit.io/control-plane-ns: conduit }
              annotations: { conduit.io/proxy-version: 1.2.3 }
              ownerReferences: [{ apiVersion: apps/v1, kind: StatefulSet, name: web, controller: true }]
            spec: { initContainers: [{ name: conduit-proxy, restartPolicy: Always }], containers: [{ name: web }] }
            status:
              phase: Running
              podIP: 10.244.0.7
              startTime: "2026-01-02T03:04:05Z"
              conditions: [{ type: Ready, status: "True" }]
              initContainerStatuses: [{ name: conduit-proxy, restartCount: 1, state: { running: {} } }]
              containerStatuses: [{ name: web, restartCount: 2, state: { running: {} } }]
            """);

        Assert.Equal(new OwnerName(ResourceKind.StatefulSet, "web"), entry.Owner);
        Assert.Equal("shop/web-1", $"{entry.Pod.Namespace}/{entry.Pod.Name}");
        Assert.Equal(("10.244.0.7", PodPhase.Running, "Running", ""), (entry.Pod.Ip, entry.Pod.Phase, entry.Pod.Status, entry.Pod.Message));
        Assert.Equal((true, true, 3, "1.2.3"), (entry.Pod.Ready, entry.Pod.Meshed, entry.Pod.Restarts, entry.Pod.ProxyVersion));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), entry.Pod.StartedAt);
        Assert.Equal("web", entry.Pod.Labels["app"]);
    }

    [Theory]
    [InlineData("conduit", "conduit-proxy", true)]
    [InlineData("other", "conduit-proxy", false)]
    [InlineData("conduit", "web", false)]
    public void A_pod_is_meshed_when_it_has_a_proxy_of_this_control_plane(string controlPlane, string container, bool meshed)
    {
        var entry = Read($$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: web-1, namespace: shop, labels: { conduit.io/control-plane-ns: {{controlPlane}} } }
            spec: { containers: [{ name: app }, { name: {{container}} }] }
            """);

        Assert.Equal(meshed, entry.Pod.Meshed);
    }

    // The node controller takes "Ready" alone; a pod's own probes take "ContainersReady" with it.
    [Theory]
    [InlineData("", "", "True", true)]
    [InlineData("", "", "False", false)]
    [InlineData("deletionTimestamp: 2026-01-02T03:04:05Z", "", "True", false)]
    [InlineData("", "readinessGates: [{ conditionType: example.com/gate }]", "True", false)]
    public void A_pod_is_well_by_what_its_containers_said_last(string metadata, string spec, string containersReady, bool well)
    {
        var entry = Read($$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: web-1, namespace: shop, {{metadata}} }
            spec: { {{spec}} }
            status: { conditions: [{ type: Ready, status: "False" }, { type: ContainersReady, status: "{{containersReady}}" }] }
            """);

        Assert.Equal((false, well), (entry.Pod.Ready, entry.Well));
    }

    [Theory]
    [InlineData("apps/v1", "ReplicaSet", ResourceKind.ReplicaSet)]
    [InlineData("v1", "ReplicationController", ResourceKind.ReplicationController)]
    [InlineData("batch/v1beta1", "CronJob", ResourceKind.CronJob)]
    [InlineData("apps.example.com/v1", "StatefulSet", null)]
    [InlineData("v1", "Node", null)]
    public void Owners_of_kinds_that_the_mesh_does_not_know_are_none(string apiVersion, string kind, ResourceKind? expected)
    {
        var entry = Read($$"""
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1
              ownerReferences:
              - { apiVersion: v1, kind: ConfigMap, name: other }
              - { apiVersion: {{apiVersion}}, kind: {{kind}}, name: it, controller: true }
            """);

        Assert.Equal(expected, entry.Owner?.Kind);
    }

    private static PodEntry Read(string yaml) => Reader.Read(Shop.One<V1Pod>(yaml));
}
