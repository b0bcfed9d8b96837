using Conduit.Model.Cluster;

namespace Conduit.Cli.Tests.Output.Dev;

/// <summary>A dev mesh as its owner writes it.</summary>
internal static class DevMeshes
{
    public static DevMesh Shop(ProcessIdentity? owner = null) => new()
    {
        Name = "shop",
        Owner = owner ?? new ProcessIdentity(41, DateTimeOffset.UnixEpoch),
        Token = "secret",
        ApiAddress = "127.0.0.1:20000",
        WebAddress = "127.0.0.1:20002",
        AppUrl = "http://127.0.0.1:20005/",
        Cluster = new ClusterState
        {
            Pods = [new Pod { Namespace = "shop", Name = "web-1", Status = "Running", Ready = true, Restarts = 1 }],
            Services =
            [
                new Service
                {
                    Namespace = "shop",
                    Name = "web",
                    Ports = [new ServicePort { Name = "http", Port = 80, Endpoints = [new Endpoint { Address = "127.0.0.1:20005", Pod = "web-1" }] }],
                },
            ],
        },
        Processes =
        [
            new DevProcess
            {
                Role = DevProcessRole.Controller,
                Name = "controller",
                Identity = new ProcessIdentity(42, DateTimeOffset.UnixEpoch),
                Listeners = ["127.0.0.1:20000", "127.0.0.1:20001"],
            },
            new DevProcess { Role = DevProcessRole.App, Name = "main", Pod = "shop/web-1", Restarts = 1, Listeners = ["127.0.0.1:20004"] },
        ],
    };
}
