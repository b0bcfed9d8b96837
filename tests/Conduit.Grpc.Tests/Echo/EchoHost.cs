using Conduit.Grpc.Tests.Hosting;
using Conduit.Testing.Logging;
using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Grpc.Tests.Echo;

/// <summary>The echo service on a free loopback port.</summary>
internal sealed class EchoHost(LoopbackServer server, EchoService service) : IAsyncDisposable
{
    public Uri Address => server.Address;

    public TestLog Log => server.Log;

    public EchoService Service => service;

    public static async Task<EchoHost> StartAsync(Action<GrpcServiceOptions>? configure = null, TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        var service = new EchoService(clock);
        var server = await LoopbackServer.StartAsync(
            services => services.AddSingleton(clock).AddGrpc(options => configure?.Invoke(options)),
            app => app.MapGrpcService(service.Definition));
        return new EchoHost(server, service);
    }

    public GrpcChannel Channel(GrpcChannelOptions? options = null) => server.Channel(options);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
