using Conduit.Kubernetes.Configuration;
using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Processes;
using Conduit.Testing.Clusters;

namespace Conduit.Operations.Tests.Api;

public sealed class ApiLocatorTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("conduit-locator-").FullName;
    private readonly DevMeshStore _meshes;
    private KubernetesEnvironment _environment = new();

    public ApiLocatorTests() => _meshes = new DevMeshStore(Path.Combine(_directory, "state"));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void An_address_wins_over_everything()
    {
        Run("shop", "shop");

        var options = new ApiOptions { Address = "127.0.0.1:1", EnvironmentAddress = "127.0.0.1:2", Cluster = new() { Context = "prod" }, Mesh = "shop" };

        Assert.Equal("127.0.0.1:1", Locate(options).Address);
    }

    [Fact]
    public void The_environment_wins_over_what_would_be_found()
    {
        Run("shop", "shop");

        Assert.Equal("127.0.0.1:2", Locate(new ApiOptions { EnvironmentAddress = "127.0.0.1:2", Cluster = new() { Context = "prod" } }).Address);
    }

    [Fact]
    public void A_named_cluster_wins_over_a_dev_mesh()
    {
        Run("shop", "shop");
        var file = HaveKubeconfig();

        Assert.Equal($"context 'test' of {file}", Locate(new ApiOptions { Cluster = new() { Context = "test" } }).Description);
        Assert.Equal($"context 'test' of {file}", Locate(new ApiOptions { Cluster = new() { Kubeconfig = file } }).Description);
    }

    [Fact]
    public void A_dev_mesh_wins_over_the_current_context()
    {
        HaveKubeconfig();
        Run("shop", "shop");

        Assert.Equal("dev mesh shop", Locate(new ApiOptions()).Description);
    }

    [Fact]
    public void The_current_context_is_taken_where_no_dev_mesh_runs()
    {
        var file = HaveKubeconfig();

        var location = Locate(new ApiOptions { ConduitNamespace = "mesh" });

        Assert.Equal(("controller.mesh:8085", $"context 'test' of {file}", "shop"), (location.Address, location.Description, location.DefaultNamespace));
    }

    [Fact]
    public void A_context_that_does_not_exist_is_named_with_those_that_do()
    {
        HaveKubeconfig();

        Assert.Contains("'prod'", Fails<KubeConfigException>(new ApiOptions { Cluster = new() { Context = "prod" } }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_dev_mesh_is_taken_with_its_only_namespace()
    {
        Run("shop", "goods");

        var location = Locate(new ApiOptions());

        Assert.Equal(("127.0.0.1:8085", "dev mesh shop", "goods"), (location.Address, location.Description, location.DefaultNamespace));
    }

    [Fact]
    public void A_dev_mesh_of_several_namespaces_has_no_default()
    {
        Run("shop", "goods", "money");

        Assert.Null(Locate(new ApiOptions()).DefaultNamespace);
    }

    [Fact]
    public void Of_several_dev_meshes_one_must_be_named()
    {
        Run("books", "books");
        Run("shop", "shop");

        Assert.Equal("several dev meshes run: books, shop. Say which with --mesh NAME.", Fails<MisuseException>(new ApiOptions()).Message);
        Assert.Equal("dev mesh shop", Locate(new ApiOptions { Mesh = "shop" }).Description);
        Assert.Equal("no dev mesh is called 'toys'. Running: books, shop.", Fails<MisuseException>(new ApiOptions { Mesh = "toys" }).Message);
    }

    [Fact]
    public void Without_any_mesh_the_next_steps_are_named()
    {
        var failure = Fails<ConduitException>(new ApiOptions());

        Assert.Contains("conduit dev up", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--kubeconfig", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("127.0.0.1:80/path")]
    [InlineData("user@127.0.0.1:80")]
    public void What_is_no_address_is_misuse(string address) => Fails<MisuseException>(new ApiOptions { Address = address });

    [Theory]
    [InlineData("localhost:8085")]
    [InlineData("[::1]:8085")]
    [InlineData("api.conduit:80")]
    public void Names_and_both_families_are_addresses(string address) => Assert.Equal(address, Locate(new ApiOptions { Address = address }).Address);

    private ApiLocation Locate(ApiOptions options) => new ApiLocator(_meshes, new ClusterConnector(_environment, TimeProvider.System)).Locate(options);

    private TFailure Fails<TFailure>(ApiOptions options)
        where TFailure : Exception => Assert.Throws<TFailure>(() => Locate(options));

    private string HaveKubeconfig()
    {
        var file = Path.Combine(_directory, "config");
        File.WriteAllText(file, FakeCluster.KubeconfigFor("https://127.0.0.1:6443"));
        _environment = new KubernetesEnvironment { Variable = name => name == "KUBECONFIG" ? file : null };
        return file;
    }

    private void Run(string mesh, params string[] namespaces) => _meshes.Write(new DevMesh
    {
        Name = mesh,
        Owner = ProcessTable.Current(),
        Token = "token",
        ApiAddress = "127.0.0.1:8085",
        WebAddress = "127.0.0.1:8084",
        Cluster = new ClusterState
        {
            Workloads = [.. namespaces.Select(space => new Workload { Namespace = space, Kind = ResourceKind.Deployment, Name = "web" })],
        },
    });
}
