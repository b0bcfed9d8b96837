using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Grpc.Server;

internal sealed record GrpcServerBuilder(IServiceCollection Services) : IGrpcServerBuilder;
