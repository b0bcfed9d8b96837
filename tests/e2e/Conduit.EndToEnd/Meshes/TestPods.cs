using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;

namespace Conduit.EndToEnd.Meshes;

/// <summary>A namespace of test pods in the shared mesh: one that calls, one behind each kind of Service, one outside the mesh.</summary>
internal sealed class TestPods : IAsyncDisposable
{
    public const string Space = "e2e-pods";

    public ClusterNamespace Namespace { get; } = new(Space);

    public TestPodClient Visitor { get; private set; } = null!;

    public Pod VisitorPod { get; private set; } = null!;

    public Pod Server { get; private set; } = null!;

    public Pod Unmeshed { get; private set; } = null!;

    public OutsideServer Outside { get; } = new();

    public async Task StartAsync()
    {
        await Shell.ApplyAsync(TestPodManifests.Namespace(Space) + TestPodManifests.Deployment(Space, "unmeshed"));
        await Shell.ApplyAsync(await Mesh.InjectAsync(
            MeshFixture.ControlPlaneName,
            TestPodManifests.Deployment(Space, "visitor")
            + TestPodManifests.Deployment(Space, "server")
            + TestPodManifests.StatefulSet(Space, "headless")
            + TestPodManifests.ExternalName(Space, "alias", $"server.{Space}.svc.cluster.local")
            + TestPodManifests.Service(Space, "nobody", headless: false),
            TestPodManifests.SkipControl,
            "--skip-outbound-ports=8081"));
        await Namespace.SettledAsync();
        VisitorPod = await Namespace.PodAsync("app=visitor");
        Server = await Namespace.PodAsync("app=server");
        Unmeshed = await Namespace.PodAsync("app=unmeshed");
        await Namespace.PodAsync("app=headless");
        Visitor = new TestPodClient(VisitorPod.Address);
    }

    public async ValueTask DisposeAsync()
    {
        Visitor?.Dispose();
        Outside.Dispose();
        await Namespace.DisposeAsync();
    }
}
