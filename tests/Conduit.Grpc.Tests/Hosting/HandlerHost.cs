using Conduit.Grpc.Tests.Echo;
using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Grpc.Tests.Hosting;

/// <summary>Serves the echo service's unary method with a test's own handler.</summary>
internal static class HandlerHost
{
    public static Task<LoopbackServer> StartAsync(
        UnaryServerMethod<EchoRequest, EchoReply> handler, TimeProvider? time = null, Action<GrpcServiceOptions>? configure = null)
    {
        var definition = ServerServiceDefinition.CreateBuilder().AddMethod(EchoMethods.Once, handler).Build();
        return LoopbackServer.StartAsync(
            services => services.AddSingleton(time ?? TimeProvider.System).AddGrpc(options => configure?.Invoke(options)),
            app => app.MapGrpcService(definition));
    }
}
