using System.Collections.Immutable;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Model.Tests.Cluster;

public sealed class DevMeshFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("conduit-state-").FullName;

    [Fact]
    public void What_is_written_is_read_back()
    {
        var owner = new Workload { Namespace = "emojivoto", Kind = ResourceKind.Deployment, Name = "web" };
        var mesh = Mesh() with
        {
            Cluster = new ClusterState
            {
                Workloads = [owner],
                Pods =
                [
                    new Pod
                    {
                        Namespace = "emojivoto",
                        Name = "web-1",
                        Owner = owner,
                        Ip = "127.0.0.1",
                        Phase = PodPhase.Running,
                        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("app", "web-svc"),
                    },
                ],
                Services =
                [
                    new Service
                    {
                        Namespace = "emojivoto",
                        Name = "web-svc",
                        Ports = [new ServicePort { Port = 80, Endpoints = [new Endpoint { Address = "127.0.0.1:20001", Pod = "web-1" }] }],
                    },
                ],
            },
        };

        DevMeshFile.Write(FilePath, mesh);
        var read = DevMeshFile.Read(FilePath)!;

        Assert.Equal(mesh.Token, read.Token);
        Assert.Equal(mesh.Owner, read.Owner);
        Assert.Equal(owner, Assert.Single(read.Cluster.Pods).Owner);
        Assert.Equal("web-svc", Assert.Single(read.Cluster.Pods).Labels["app"]);
        Assert.Equal("127.0.0.1:20001", read.Cluster.Services[0].Ports[0].Endpoints[0].Address);
    }

    [Theory]
    [InlineData("{ \"version\": 1, \"name\":")]
    [InlineData("not json")]
    [InlineData("{ \"version\": 2, \"name\": \"x\", \"owner\": { \"processId\": 1, \"startedAt\": \"2026-01-01T00:00:00Z\" }, \"token\": \"t\", \"apiAddress\": \"a\", \"webAddress\": \"w\" }")]
    [InlineData("{}")]
    public void A_file_that_holds_no_mesh_of_this_version_is_no_mesh(string text)
    {
        File.WriteAllText(FilePath, text);

        Assert.Null(DevMeshFile.Read(FilePath));
    }

    [Fact]
    public void What_a_file_leaves_out_is_what_it_is_in_code()
    {
        File.WriteAllText(FilePath, """
            {
              "version": 1, "name": "shop", "owner": { "processId": 1, "startedAt": "2026-01-01T00:00:00Z" },
              "token": "t", "apiAddress": "127.0.0.1:1", "webAddress": "127.0.0.1:2",
              "cluster": {
                "workloads": [{ "namespace": "shop", "kind": "Deployment", "name": "web" }],
                "pods": [{ "namespace": "shop", "name": "web-1" }],
                "services": [{ "namespace": "shop", "name": "web" },
                  { "namespace": "shop", "name": "db", "ports": [{ "port": 80 }, { "port": 81, "endpoints": [{ "address": "127.0.0.1:3" }] }] }]
              }
            }
            """);

        var cluster = DevMeshFile.Read(FilePath)!.Cluster;

        Assert.Equal(1, Assert.Single(cluster.Workloads).Replicas);
        Assert.Equal(new Pod { Namespace = "shop", Name = "web-1" }, Assert.Single(cluster.Pods));
        Assert.Empty(cluster.Services[0].Ports);
        Assert.Equal(("", 0), (cluster.Services[1].Ports[0].Name, cluster.Services[1].Ports[0].Endpoints.Length));
        Assert.Equal(new Endpoint { Address = "127.0.0.1:3", Ready = true }, Assert.Single(cluster.Services[1].Ports[1].Endpoints));
    }

    [Fact]
    public void A_mesh_without_a_picture_has_an_empty_one()
    {
        File.WriteAllText(FilePath, """
            {
              "version": 1, "name": "shop", "owner": { "processId": 1, "startedAt": "2026-01-01T00:00:00Z" },
              "token": "t", "apiAddress": "127.0.0.1:1", "webAddress": "127.0.0.1:2"
            }
            """);

        Assert.Empty(DevMeshFile.Read(FilePath)!.Cluster.Pods);
    }

    [Fact]
    public void A_missing_file_is_no_mesh() => Assert.Null(DevMeshFile.Read(Path.Combine(_directory, "absent", "mesh.json")));

    [Fact]
    public void Only_the_owner_may_read_the_token()
    {
        DevMeshFile.Write(FilePath, Mesh());

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        }
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string FilePath => Path.Combine(_directory, "mesh.json");

    private static DevMesh Mesh() => new()
    {
        Name = "emojivoto",
        Owner = new ProcessIdentity(42, DateTimeOffset.UnixEpoch),
        Token = "secret",
        ApiAddress = "127.0.0.1:8085",
        WebAddress = "127.0.0.1:8084",
    };
}
