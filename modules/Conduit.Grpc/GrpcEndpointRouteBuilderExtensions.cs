using Conduit.Grpc.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Grpc;

/// <summary>Serves gRPC services on an application's endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Serves every method of <paramref name="serviceDefinition"/>; its other methods, and other services, answer UNIMPLEMENTED.</summary>
    /// <exception cref="InvalidOperationException"><see cref="GrpcServicesExtensions.AddGrpc(IServiceCollection)"/> was not called.</exception>
    public static IEndpointConventionBuilder MapGrpcService(this IEndpointRouteBuilder builder, ServerServiceDefinition serviceDefinition)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(serviceDefinition);

        var server = builder.ServiceProvider.GetService<GrpcServer>()
            ?? throw new InvalidOperationException("Unable to find the required services. Call IServiceCollection.AddGrpc first.");
        return GrpcEndpoints.Map(builder, serviceDefinition, server);
    }

    /// <inheritdoc cref="MapGrpcService(IEndpointRouteBuilder, ServerServiceDefinition)"/>
    public static IEndpointConventionBuilder MapGrpcService(
        this IEndpointRouteBuilder builder, Func<IServiceProvider, ServerServiceDefinition> getServiceDefinition)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(getServiceDefinition);

        return builder.MapGrpcService(getServiceDefinition(builder.ServiceProvider));
    }
}
