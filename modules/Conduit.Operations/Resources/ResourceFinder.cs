using System.Collections.Immutable;
using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Resources;

/// <summary>Finds what a name means in the running mesh: the thing itself, or what stands behind the Service of that name.</summary>
internal sealed class ResourceFinder(ApiConnection api)
{
    private const int NamesShown = 10;

    /// <summary>What the mesh knows of that kind, with traffic or without, by namespace and name.</summary>
    /// <param name="space">Empty for all namespaces.</param>
    /// <param name="kind">Neither Service nor Authority: those are no workloads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ImmutableArray<ResourceName>> ListAsync(string space, ResourceKind kind, CancellationToken cancellationToken)
    {
        var question = new StatSummaryRequest
        {
            Selector = new ResourceSelection { Resource = ResourceMapping.ToWire(space, kind, name: null) },
            None = new Empty(),
        };
        var response = await api.StatSummaryAsync(question, cancellationToken);
        return Distinct(response.StatTables.SelectMany(table => table.Rows).Select(row => row.Resource.ToResourceName()));
    }

    /// <param name="space">Empty to look in all namespaces.</param>
    /// <param name="kind">Not Authority: those are names alone.</param>
    /// <param name="name">The name to look for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ConduitException">There is no such thing.</exception>
    public async Task<FoundResources> FindAsync(string space, ResourceKind kind, string name, CancellationToken cancellationToken)
    {
        ImmutableArray<ResourceName> known = kind == ResourceKind.Service ? [] : await ListAsync(space, kind, cancellationToken);

        if (known.Where(resource => resource.Name == name).ToImmutableArray() is { IsEmpty: false } found)
        {
            return new FoundResources(found, BehindService: false);
        }

        var endpoints = await EndpointsOfAsync(space, name, cancellationToken);

        if (kind == ResourceKind.Service && !endpoints.IsEmpty)
        {
            return new FoundResources(Distinct(endpoints.Select(ServiceOf)), BehindService: false);
        }

        var behind = endpoints.IsEmpty ? [] : await FindBehindAsync(endpoints, space, kind, cancellationToken);
        return behind.IsEmpty ? throw Unknown(space, kind, name, known) : new FoundResources(behind, BehindService: true);
    }

    private async Task<ImmutableArray<ServiceEndpoint>> EndpointsOfAsync(string space, string service, CancellationToken cancellationToken)
    {
        var question = new EndpointsRequest { Namespace = space, Authorities = { service } };
        var response = await api.EndpointsAsync(question, cancellationToken);
        return [.. response.Endpoints.Where(endpoint => endpoint.Service == service)];
    }

    private async Task<ImmutableArray<ResourceName>> FindBehindAsync(
        ImmutableArray<ServiceEndpoint> endpoints, string space, ResourceKind kind, CancellationToken cancellationToken)
    {
        var addressed = endpoints.Select(endpoint => endpoint.Pod).ToHashSet();
        var response = await api.ListPodsAsync(new ListPodsRequest { Namespace = space }, cancellationToken);
        return Distinct(response.Pods.Where(pod => addressed.Contains(pod.Name)).Select(pod => PodNames.BehindService(pod, kind)));
    }

    private static ResourceName? ServiceOf(ServiceEndpoint endpoint) => new ResourceName(endpoint.Namespace, ResourceKind.Service, endpoint.Service);

    private static ImmutableArray<ResourceName> Distinct(IEnumerable<ResourceName?> resources) =>
    [
        .. resources.OfType<ResourceName>().Distinct()
            .OrderBy(resource => resource.Namespace, StringComparer.Ordinal)
            .ThenBy(resource => resource.Name, StringComparer.Ordinal),
    ];

    private static ConduitException Unknown(string space, ResourceKind kind, string name, ImmutableArray<ResourceName> known)
    {
        var canonical = ResourceKindNames.Canonical(kind);
        var what = kind is ResourceKind.Service or ResourceKind.Namespace ? $"no {canonical} '{name}'" : $"no {canonical} and no service '{name}'";
        var where = kind == ResourceKind.Namespace ? "" : space.Length == 0 ? " in any namespace" : $" in namespace {space}";
        var names = known.Select(resource => resource.Name).Distinct().ToList();
        var others = names.Count == 0 ? "" : $" There are: {string.Join(", ", names.Take(NamesShown))}{(names.Count > NamesShown ? ", …" : "")}.";

        return new ConduitException("ResourceNotFound", $"{what}{where}.{others}");
    }
}
