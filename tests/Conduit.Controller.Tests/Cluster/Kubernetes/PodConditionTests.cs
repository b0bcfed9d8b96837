using Conduit.Controller.Cluster.Kubernetes;
using Conduit.Controller.Tests.Doubles;
using Conduit.Kubernetes.Models;

namespace Conduit.Controller.Tests.Cluster.Kubernetes;

public sealed class PodConditionTests
{
    private const string Sidecar = "{ name: conduit-proxy, restartPolicy: Always }";

    [Theory]
    [InlineData("{ phase: Running, containerStatuses: [{ name: a, state: { running: {} } }] }", "Running", "")]
    [InlineData("{ phase: Pending }", "Pending", "")]
    [InlineData("{ phase: Failed, reason: Evicted, message: out of disk }", "Evicted", "out of disk")]
    [InlineData("{ phase: Pending, conditions: [{ type: PodScheduled, status: 'False', message: no node fits }] }", "Pending", "no node fits")]
    [InlineData("{ phase: Pending, containerStatuses: [{ name: a, state: { waiting: { reason: ContainerCreating } } }] }", "ContainerCreating", "")]
    [InlineData(
        "{ phase: Running, containerStatuses: [{ name: a, state: { waiting: { reason: CrashLoopBackOff, message: back-off 10s } } }] }",
        "CrashLoopBackOff", "a: back-off 10s")]
    [InlineData(
        "{ phase: Pending, containerStatuses: [{ name: a, state: { waiting: { reason: ErrImagePull, message: not found } } }, { name: b, state: { running: {} } }] }",
        "ErrImagePull", "a: not found")]
    [InlineData(
        "{ phase: Succeeded, containerStatuses: [{ name: a, state: { terminated: { exitCode: 0, reason: Completed, message: bye } } }] }", "Completed", "")]
    [InlineData("{ phase: Failed, containerStatuses: [{ name: a, state: { terminated: { exitCode: 137 } } }] }", "ExitCode:137", "")]
    public void A_pod_is_described_as_kubectl_does(string status, string reason, string message) => Assert.Equal(
        new PodCondition(reason, message), Of($$"""{ apiVersion: v1, kind: Pod, metadata: { name: x }, status: {{status}} }"""));

    [Theory]
    [InlineData("[{ name: first, state: { running: {} } }]", "Init:0/2")]
    [InlineData("[{ name: first, state: { terminated: { exitCode: 0 } } }, { name: conduit-proxy, state: { waiting: { reason: PodInitializing } } }]", "Init:1/2")]
    [InlineData("[{ name: first, state: { waiting: { reason: ImagePullBackOff } } }]", "Init:ImagePullBackOff")]
    [InlineData("[{ name: first, state: { terminated: { exitCode: 1, reason: Error } } }]", "Init:Error")]
    [InlineData("[{ name: first, state: { terminated: { exitCode: 0 } } }, { name: conduit-proxy, state: { running: {} } }]", "Running")]
    public void Init_containers_come_first_and_sidecars_need_only_run(string statuses, string reason) => Assert.Equal(reason, Of($$"""
        apiVersion: v1
        kind: Pod
        metadata: { name: x }
        spec: { initContainers: [{ name: first }, {{Sidecar}}] }
        status: { phase: Running, initContainerStatuses: {{statuses}} }
        """).Reason);

    [Fact]
    public void A_pod_that_is_being_deleted_says_so() => Assert.Equal("Terminating", Of("""
        { apiVersion: v1, kind: Pod, metadata: { name: x, deletionTimestamp: "2026-01-01T00:00:00Z" }, status: { phase: Running } }
        """).Reason);

    private static PodCondition Of(string yaml) => PodCondition.Of(Shop.One<V1Pod>(yaml));
}
