using Conduit.Grpc;
using Conduit.Protocol.Common;
using Conduit.Protocol.Healthcheck;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Testing.Api;

/// <summary>What a <see cref="FakeApi"/> knows. Empty until a test fills it.</summary>
public sealed class FakeMesh
{
    public VersionInfo Version { get; set; } = new() { ReleaseVersion = "9.8.7", RuntimeVersion = ".NET 10.0.0" };

    /// <summary>What the controller says of its own health.</summary>
    public IList<CheckResult> Checks { get; } = [];

    public IList<Pod> Pods { get; } = [];

    public IList<ServiceEndpoint> Endpoints { get; } = [];

    public IList<StatRow> Rows { get; } = [];

    public IList<Edge> Edges { get; } = [];

    /// <summary>What the numbers cover; zero for as much as was asked.</summary>
    public TimeSpan ActualWindow { get; set; }

    /// <summary>Sent to every tap, which then stays open.</summary>
    public IList<TapEvent> Events { get; } = [];

    /// <summary>Whether a tap ends behind its events.</summary>
    public bool TapEnds { get; set; }

    /// <summary>What every question fails with, and every tap behind its events; null for none.</summary>
    public Status? Failure { get; set; }

    internal StatSummaryResponse StatSummary(StatSummaryRequest request)
    {
        var asked = request.Selector.Resource;

        if (asked.Name.Length > 0 && asked.Namespace.Length == 0 && asked.Type != "namespace")
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "stats for a resource cannot be retrieved by name across all namespaces"));
        }

        var response = new StatSummaryResponse();

        foreach (var table in Rows.Concat(asked.Type == "all" ? [] : IdleRows()).Where(row => Matches(row.Resource, asked)).GroupBy(row => row.Resource.Type))
        {
            response.StatTables.Add(new StatTable { Type = table.Key, Rows = { table } });
        }

        response.ActualWindow = WindowOf(request.TimeWindow);
        return response;
    }

    internal ListPodsResponse ListPods(ListPodsRequest request) => new()
    {
        Pods = { Pods.Where(pod => request.Namespace.Length == 0 || pod.Name.StartsWith(request.Namespace + "/", StringComparison.Ordinal)) },
    };

    internal EndpointsResponse FindEndpoints(EndpointsRequest request) => new()
    {
        Endpoints =
        {
            Endpoints.Where(endpoint =>
                (request.Namespace.Length == 0 || request.Namespace == endpoint.Namespace)
                && (request.Authorities.Count == 0 || request.Authorities.Any(authority => IsNamed(endpoint, authority)))),
        },
    };

    internal EdgesResponse FindEdges(EdgesRequest request) => new()
    {
        Edges = { Edges.Where(edge => IsEnd(edge.Source, request.Resource) || IsEnd(edge.Destination, request.Resource)) },
        ActualWindow = WindowOf(request.TimeWindow),
    };

    internal async Task TapAsync(IServerStreamWriter<TapEvent> events, CancellationToken cancellationToken)
    {
        foreach (var tapEvent in Events)
        {
            await events.WriteAsync(tapEvent, cancellationToken);
        }

        if (Failure is { } failure)
        {
            throw new RpcException(failure);
        }

        if (!TapEnds)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }

    // What a test gave no row has one of its own, as in a real mesh.
    private IEnumerable<StatRow> IdleRows() => Pods
        .SelectMany(ResourcesOf)
        .Distinct()
        .Where(resource => !Rows.Any(row => row.Resource.Equals(resource)))
        .Select(resource => new StatRow { Resource = resource, MeshedPodCount = 1, RunningPodCount = 1 });

    private static IEnumerable<Resource> ResourcesOf(Pod pod)
    {
        var name = pod.Name.Split('/');
        yield return new Resource { Namespace = name[0], Type = "pod", Name = name[1] };
        yield return new Resource { Type = "namespace", Name = name[0] };

        if (pod.Owner is { } owner)
        {
            yield return owner;
        }
    }

    private Duration WindowOf(Duration asked) => ActualWindow == TimeSpan.Zero ? asked : Duration.FromTimeSpan(ActualWindow);

    private static bool IsEnd(Resource end, Resource asked) =>
        (asked.Type.Length == 0 || end.Type == asked.Type)
        && (asked.Namespace.Length == 0 || end.Namespace == asked.Namespace)
        && (asked.Name.Length == 0 || end.Name == asked.Name);

    private static bool Matches(Resource row, Resource asked) =>
        (asked.Type == "all" || row.Type == asked.Type)
        && (asked.Namespace.Length == 0 || row.Namespace == asked.Namespace)
        && (asked.Name.Length == 0 || row.Name == asked.Name);

    private static bool IsNamed(ServiceEndpoint endpoint, string authority) =>
        $"{endpoint.Service}.{endpoint.Namespace}.svc.cluster.local:{endpoint.ServicePort}".StartsWith(authority, StringComparison.Ordinal);
}
