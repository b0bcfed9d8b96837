using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Conduit.Grpc.Server;

/// <summary>Turns a service definition into endpoints.</summary>
internal static class GrpcEndpoints
{
    private const string MethodParameter = "unknownMethod";

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder builder, ServerServiceDefinition definition, GrpcServer server)
    {
        if (server.TryClaimFallback())
        {
            MapUnknown(builder, "{unknownService}", "Service is unimplemented.", server);
        }

        var services = definition.Methods.Select(method => method.Method.ServiceName).Distinct();
        return new GrpcConventionBuilder(
        [
            .. definition.Methods.Select(method => MapMethod(builder, method, server)),
            .. services.Select(service => MapUnknown(builder, service, "Method is unimplemented.", server)),
        ]);
    }

    private static IEndpointConventionBuilder MapMethod(IEndpointRouteBuilder builder, ServerMethod method, GrpcServer server) =>
        builder
            .MapMethods(method.Method.FullName, [HttpMethods.Post], context => GrpcRequest.HandleAsync(context, method.HandleAsync, server))
            .WithDisplayName($"gRPC - {method.Method.FullName}")
            .WithMetadata(method.Method);

    private static IEndpointConventionBuilder MapUnknown(IEndpointRouteBuilder builder, string service, string detail, GrpcServer server)
    {
        // The constraint leaves everything that is not gRPC to the application's other endpoints.
        var pattern = RoutePatternFactory.Parse(
            $"/{service}/{{{MethodParameter}}}",
            defaults: null,
            parameterPolicies: new RouteValueDictionary { [MethodParameter] = new GrpcRequestConstraint() });

        var status = new Status(StatusCode.Unimplemented, detail);
        return builder
            .Map(pattern, context => GrpcRequest.HandleAsync(context, _ => throw new RpcException(status), server))
            .WithDisplayName($"gRPC - {detail}");
    }
}
