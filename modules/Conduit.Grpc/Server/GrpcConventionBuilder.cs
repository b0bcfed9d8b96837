using Microsoft.AspNetCore.Builder;

namespace Conduit.Grpc.Server;

/// <summary>Applies a convention to each endpoint of a service.</summary>
internal sealed class GrpcConventionBuilder(IReadOnlyList<IEndpointConventionBuilder> endpoints) : IEndpointConventionBuilder
{
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var endpoint in endpoints)
        {
            endpoint.Add(convention);
        }
    }
}
