using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Grpc;

/// <summary>Further configuration of the gRPC server.</summary>
public interface IGrpcServerBuilder
{
    IServiceCollection Services { get; }
}
