using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Load.Meshes;

/// <summary>The file that tells the controller which services there are and where they lead.</summary>
internal sealed class MeshFile(string folder)
{
    public const string Namespace = "load";
    public const string Token = "load";
    public const string Client = "client-0";

    public string Name { get; } = Path.Combine(folder, "mesh.json");

    /// <summary>The controller sees it at once, and whole.</summary>
    public void Write(params IReadOnlyList<MeshService> services)
    {
        var client = new Pod { Namespace = Namespace, Name = Client, Ip = "127.0.0.1", Phase = PodPhase.Running, Status = "Running", Ready = true, Meshed = true };
        var servers = services.SelectMany(service => service.Ports).Distinct().Select(port => client with { Name = PodOf(port), Meshed = false });
        DevMeshFile.Write(Name, new DevMesh
        {
            Name = "load",
            Owner = new ProcessIdentity(Environment.ProcessId, DateTimeOffset.UnixEpoch),
            Token = Token,
            ApiAddress = "127.0.0.1:0",
            WebAddress = "127.0.0.1:0",
            Cluster = new ClusterState
            {
                Workloads = [new Workload { Namespace = Namespace, Kind = ResourceKind.Deployment, Name = "origin" }],
                Pods = [client, .. servers],
                Services = [.. services.Select(ServiceOf)],
            },
        });
    }

    private static Service ServiceOf(MeshService service) => new()
    {
        Namespace = Namespace,
        Name = service.Name,
        Ports = [new ServicePort { Port = 80, Endpoints = [.. service.Ports.Select(port => new Endpoint { Address = $"127.0.0.1:{port}", Pod = PodOf(port) })] }],
    };

    private static string PodOf(int port) => $"origin-{port}";
}
