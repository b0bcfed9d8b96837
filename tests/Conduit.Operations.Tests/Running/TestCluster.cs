using Conduit.Kubernetes.Configuration;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dev;
using Conduit.Testing.Clusters;

namespace Conduit.Operations.Tests.Running;

/// <summary>A fake cluster, and a kubeconfig that leads to it.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("conduit-test-cluster-").FullName;

    private TestCluster(FakeCluster api) => Api = api;

    public FakeCluster Api { get; }

    public ClusterConnector Connector
    {
        get
        {
            var file = Path.Combine(_directory, "config");
            File.WriteAllText(file, Api.Kubeconfig);
            return new ClusterConnector(new KubernetesEnvironment { Variable = name => name == "KUBECONFIG" ? file : null }, TimeProvider.System);
        }
    }

    public DevMeshStore DevMeshes => new(_directory);

    public ApiLocator Locator => new(DevMeshes, Connector);

    public static async Task<TestCluster> StartAsync() => new(await FakeCluster.StartAsync());

    public ClusterConnection Connect() => Connector.Connect(new ClusterOptions());

    /// <summary>The API of the mesh on the cluster.</summary>
    public ApiConnection ConnectToMesh(ApiOptions? options = null) =>
        new(Locator.Locate(options ?? new ApiOptions()), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
