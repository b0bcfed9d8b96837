using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Processes;
using Conduit.Operations.PrometheusConfig;
using Conduit.Testing.Snapshots;

namespace Conduit.Operations.Tests.PrometheusConfig;

public sealed class PrometheusConfigOperationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-prometheus-").FullName;

    [Fact]
    public void A_cluster_is_read_by_the_labels_of_its_pods() => Snapshot.Match(Run(mesh: null), "yml");

    [Fact]
    public void A_dev_mesh_is_read_at_its_addresses()
    {
        var deployment = new Workload { Namespace = "shop", Kind = ResourceKind.Deployment, Name = "web" };
        var job = new Workload { Namespace = "shop", Kind = ResourceKind.Job, Name = "load" };
        new DevMeshStore(_folder).Write(new DevMesh
        {
            Name = "shop",
            Owner = ProcessTable.Current(),
            Token = "secret",
            ApiAddress = "127.0.0.1:8085",
            WebAddress = "127.0.0.1:8084",
            Cluster = ClusterState.Empty with
            {
                Pods = [new Pod { Namespace = "shop", Name = "web-1", Owner = deployment }, new Pod { Namespace = "shop", Name = "load-1", Owner = job }],
            },
            Processes =
            [
                new DevProcess { Role = DevProcessRole.Controller, Name = "controller", AdminAddress = "127.0.0.1:9995" },
                new DevProcess { Role = DevProcessRole.Proxy, Name = "conduit-proxy", Pod = "shop/web-1", AdminAddress = "127.0.0.1:4191" },
                new DevProcess { Role = DevProcessRole.App, Name = "web", Pod = "shop/web-1" },
                new DevProcess { Role = DevProcessRole.Proxy, Name = "conduit-proxy", Pod = "shop/load-1", AdminAddress = "127.0.0.1:4192" },
            ],
        });

        Snapshot.Match(Run("shop"), "yml");
    }

    [Fact]
    public void A_dev_mesh_that_does_not_run_is_misuse()
    {
        var failure = Assert.Throws<MisuseException>(() => Run("shop"));

        Assert.Equal("no dev mesh called 'shop' runs; 'conduit dev status' lists those that do.", failure.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Run(string? mesh) => new PrometheusConfigOperation(new DevMeshStore(_folder)).Run(new PrometheusConfigRequest("conduit", mesh));
}
