using Conduit.Controller.Cluster;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Public;

namespace Conduit.Controller.PublicApi;

/// <summary>Lists where services lead.</summary>
internal sealed class EndpointList(ClusterStore cluster)
{
    public EndpointsResponse Handle(EndpointsRequest request)
    {
        var snapshot = cluster.Current;
        var wanted = request.Authorities.Select(AuthorityPattern.Parse).ToList();
        var ports =
            from service in snapshot.State.Services
            where request.Namespace.Length == 0 || service.Namespace == request.Namespace
            let name = new ServiceName(service.Namespace, service.Name)
            orderby service.Namespace, service.Name
            from port in snapshot.TryFindPorts(name, out var found) ? found : []
            where wanted.Count == 0 || wanted.Exists(pattern => pattern.Matches(name, port.Port))
            select port;

        return new EndpointsResponse { Endpoints = { ports.SelectMany(port => port.Endpoints.Select(endpoint => Describe(port, endpoint))) } };
    }

    private static ServiceEndpoint Describe(ServicePortEntry port, EndpointEntry endpoint) => new()
    {
        Namespace = port.Service.Namespace,
        Service = port.Service.Name,
        ServicePort = (uint)port.Port,
        Address = endpoint.Address.ToWire(),
        Pod = endpoint.Pod is { } pod ? PodName.Of(pod).ToString() : "",
        Ready = endpoint.Ready,
    };
}
