using System.Collections.Immutable;
using Conduit.Model.Addresses;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Endpoints;

/// <summary>Where services lead now, as the controller tells it to proxies.</summary>
public sealed class EndpointsOperation(ApiConnection api)
{
    public async Task<ImmutableArray<ServiceAddress>> RunAsync(EndpointsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var question = new Protocol.Public.EndpointsRequest { Authorities = { request.Authorities }, Namespace = NamespaceOf(request) };
        var response = await api.EndpointsAsync(question, cancellationToken);

        return
        [
            .. response.Endpoints.Select(ToAddress)
                .OrderBy(address => address.Namespace, StringComparer.Ordinal)
                .ThenBy(address => address.Service, StringComparer.Ordinal)
                .ThenBy(address => address.Port)
                .ThenBy(address => address.Address.ToString(), StringComparer.Ordinal),
        ];
    }

    private static ServiceAddress ToAddress(ServiceEndpoint endpoint) => new()
    {
        Namespace = endpoint.Namespace,
        Service = endpoint.Service,
        Port = new Port((int)endpoint.ServicePort),
        Address = endpoint.Address.ToEndPoint(),
        Pod = endpoint.Pod.Length == 0 ? null : PodNames.Split(endpoint.Pod).Name,
        Ready = endpoint.Ready,
    };

    // A name may bring its own namespace along, so without a choice only a bare question is narrowed.
    private string NamespaceOf(EndpointsRequest request) => request.Authorities.Any(authority => authority.Contains('.'))
        ? request.Namespace.Resolve(defaultNamespace: null)
        : request.Namespace.Resolve(api.Location.DefaultNamespace);
}
