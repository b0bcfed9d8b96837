using System.Collections.Immutable;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>Pieces of clusters for tests.</summary>
internal static class Mesh
{
    public const string Namespace = "emojivoto";

    public static Workload Deployment(string name, string @namespace = Namespace) =>
        new() { Namespace = @namespace, Kind = ResourceKind.Deployment, Name = name };

    /// <summary>A running, meshed pod of the Deployment before the dash of its name.</summary>
    public static Pod Pod(string name, string? ip = null, string @namespace = Namespace) => new()
    {
        Namespace = @namespace,
        Name = name,
        Ip = ip,
        Owner = Deployment(name[..name.LastIndexOf('-')], @namespace),
        Phase = PodPhase.Running,
        Status = "Running",
        Ready = true,
        Meshed = true,
        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("app", name[..name.LastIndexOf('-')]),
    };

    public static Service Service(string name, int port, params IEnumerable<Endpoint> endpoints) => new()
    {
        Namespace = Namespace,
        Name = name,
        Ports = [new ServicePort { Port = port, Endpoints = [.. endpoints] }],
    };

    public static Endpoint Endpoint(string address, string? pod = null, bool ready = true) => new() { Address = address, Pod = pod, Ready = ready };

    /// <summary>The workloads follow from the pods' owners.</summary>
    public static ClusterState State(IEnumerable<Pod> pods, params IEnumerable<Service> services)
    {
        ImmutableArray<Pod> all = [.. pods];
        return new ClusterState { Pods = all, Workloads = [.. all.Select(pod => pod.Owner).OfType<Workload>().Distinct()], Services = [.. services] };
    }

    /// <summary>One pod each of web and voting, and the services in front of them.</summary>
    public static ClusterState Small() => State(
        [Pod("web-1", "10.0.0.1"), Pod("voting-1", "10.0.0.2")],
        Service("web-svc", 80, Endpoint("10.0.0.1:8080", "web-1")),
        Service("voting-svc", 8080, Endpoint("10.0.0.2:8080", "voting-1")));
}
