using System.Net;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Public;
using Duration = Google.Protobuf.WellKnownTypes.Duration;

namespace Conduit.Testing.Api;

/// <summary>A mesh that runs emojivoto, where one vote in seven fails.</summary>
public static class EmojivotoMesh
{
    public const string Namespace = "emojivoto";

    public static FakeMesh Create()
    {
        var mesh = new FakeMesh();
        Add(mesh, "emoji", service: "emoji-svc", port: 8080, success: 120, failure: 0, latency: TimeSpan.FromMilliseconds(3));
        Add(mesh, "vote-bot", service: null, port: 0, success: 0, failure: 0, latency: TimeSpan.Zero);
        Add(mesh, "voting", service: "voting-svc", port: 8080, success: 51, failure: 9, latency: TimeSpan.FromMilliseconds(30));
        Add(mesh, "web", service: "web-svc", port: 80, success: 111, failure: 9, latency: TimeSpan.FromMilliseconds(45.4));
        Connect(mesh, "vote-bot", Named("web"), success: 111, failure: 9, latency: TimeSpan.FromMilliseconds(46));
        Connect(mesh, "web", Named("emoji"), success: 120, failure: 0, latency: TimeSpan.FromMilliseconds(3));
        Connect(mesh, "web", Named("voting"), success: 51, failure: 9, latency: TimeSpan.FromMilliseconds(31));
        Connect(mesh, "web", new Resource { Type = "authority", Name = "api.example.com" }, success: 6, failure: 0, latency: TimeSpan.FromMilliseconds(80));
        return mesh;
    }

    public static Pod PodOf(string space, string deployment) => new()
    {
        Name = $"{space}/{deployment}-1",
        PodIp = "10.0.0.1",
        Deployment = $"{space}/{deployment}",
        Owner = new Resource { Namespace = space, Type = "deployment", Name = deployment },
        Status = "Running",
        Ready = true,
        Added = true,
        ProxyVersion = "0.1.0",
        Uptime = Duration.FromTimeSpan(TimeSpan.FromMinutes(5)),
        SinceLastReport = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)),
        ControllerNamespace = "conduit",
    };

    public static StatRow RowOf(string space, string type, string name, BasicStats? stats) => new()
    {
        Resource = new Resource { Namespace = space, Type = type, Name = name },
        MeshedPodCount = 1,
        RunningPodCount = 1,
        Stats = stats,
    };

    private static void Add(FakeMesh mesh, string deployment, string? service, int port, ulong success, ulong failure, TimeSpan latency)
    {
        var pod = PodOf(Namespace, deployment);
        mesh.Pods.Add(pod);
        mesh.Rows.Add(RowOf(Namespace, "deployment", deployment, success + failure == 0 ? null : StatsOf(success, failure, latency)));

        if (service is not null)
        {
            mesh.Endpoints.Add(new ServiceEndpoint
            {
                Namespace = Namespace,
                Service = service,
                ServicePort = (uint)port,
                Address = new IPEndPoint(IPAddress.Parse(pod.PodIp), 8080).ToWire(),
                Pod = pod.Name,
                Ready = true,
            });
        }
    }

    private static Resource Named(string deployment) => new() { Namespace = Namespace, Type = "deployment", Name = deployment };

    private static void Connect(FakeMesh mesh, string caller, Resource called, ulong success, ulong failure, TimeSpan latency) =>
        mesh.Edges.Add(new Edge { Source = Named(caller), Destination = called, Stats = StatsOf(success, failure, latency) });

    private static BasicStats StatsOf(ulong success, ulong failure, TimeSpan latency) => new()
    {
        SuccessCount = success,
        FailureCount = failure,
        LatencyUsP50 = (ulong)latency.TotalMicroseconds,
        LatencyUsP95 = (ulong)latency.TotalMicroseconds * 2,
        LatencyUsP99 = (ulong)latency.TotalMicroseconds * 3,
    };
}
