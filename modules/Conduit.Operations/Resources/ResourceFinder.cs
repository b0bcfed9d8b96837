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

    /// <param name="space">Empty to look in all namespaces.</param>
    /// <param name="kind">Not Authority: those are names alone.</param>
    /// <param name="name">The name to look for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ConduitException">There is no such thing.</exception>
    public async Task<FoundResources> FindAsync(string space, ResourceKind kind, string name, CancellationToken cancellationToken)
    {
        var pods = (await api.ListPodsAsync(new ListPodsRequest { Namespace = space }, cancellationToken)).Pods;
        var known = Distinct(pods.Select(pod => PodNames.ResourceOf(pod, kind)));

        if (known.Where(resource => resource.Name == name).ToImmutableArray() is { IsEmpty: false } found)
        {
            return new FoundResources(found, BehindService: false);
        }

        var endpoints = await EndpointsOfAsync(space, name, cancellationToken);

        if (kind == ResourceKind.Service && !endpoints.IsEmpty)
        {
            return new FoundResources(Distinct(endpoints.Select(Service)), BehindService: false);
        }

        var addressed = endpoints.Select(endpoint => endpoint.Pod).ToHashSet();
        var behind = Distinct(pods.Where(pod => addressed.Contains(pod.Name)).Select(pod => PodNames.BehindService(pod, kind)));

        return behind.IsEmpty ? throw Unknown(space, kind, name, known) : new FoundResources(behind, BehindService: true);
    }

    private static ResourceName? Service(ServiceEndpoint endpoint) => new ResourceName(endpoint.Namespace, ResourceKind.Service, endpoint.Service);

    private static ImmutableArray<ResourceName> Distinct(IEnumerable<ResourceName?> resources) =>
        [.. resources.OfType<ResourceName>().Distinct().OrderBy(resource => resource.Namespace, StringComparer.Ordinal).ThenBy(resource => resource.Name, StringComparer.Ordinal)];

    private static ConduitException Unknown(string space, ResourceKind kind, string name, ImmutableArray<ResourceName> known)
    {
        var where = space.Length == 0 ? "any namespace" : $"namespace {space}";
        var names = known.Select(resource => resource.Name).Distinct().ToList();
        var others = names.Count == 0 ? "It has none of that type." : $"There are: {string.Join(", ", names.Take(NamesShown))}{(names.Count > NamesShown ? ", …" : "")}.";

        return new ConduitException("ResourceNotFound", $"no {Kinds(kind)} '{name}' in {where}. {others}");
    }

    private static string Kinds(ResourceKind kind) => kind switch
    {
        ResourceKind.Service or ResourceKind.Namespace => ResourceKindNames.Canonical(kind),
        _ => $"{ResourceKindNames.Canonical(kind)} and no service",
    };

    private async Task<ImmutableArray<ServiceEndpoint>> EndpointsOfAsync(string space, string service, CancellationToken cancellationToken)
    {
        var question = new EndpointsRequest { Namespace = space, Authorities = { service } };
        var response = await api.EndpointsAsync(question, cancellationToken);
        return [.. response.Endpoints.Where(endpoint => endpoint.Service == service)];
    }
}
