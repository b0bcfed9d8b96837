using System.Net;
using Conduit.Testing.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conduit.Grpc.Tests.Echo;

/// <summary>A gRPC server on a free loopback port.</summary>
internal sealed class EchoHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoHost(WebApplication app, EchoService service, TestLog log)
    {
        _app = app;
        Service = service;
        Log = log;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public Uri Address { get; }

    public EchoService Service { get; }

    public TestLog Log { get; }

    public static async Task<EchoHost> StartAsync(
        Action<GrpcServiceOptions>? configure = null, TimeProvider? time = null, ServerServiceDefinition? definition = null)
    {
        var clock = time ?? TimeProvider.System;
        var log = new TestLog();
        var service = new EchoService(clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.Http2.MaxStreamsPerConnection = 2_000;
        });
        builder.Services.AddSingleton(clock);
        builder.Services.AddGrpc(options => configure?.Invoke(options));

        var app = builder.Build();
        app.MapGrpcService(definition ?? service.Definition);
        await app.StartAsync();
        return new EchoHost(app, service, log);
    }

    public GrpcChannel Channel(GrpcChannelOptions? options = null) => GrpcChannel.ForAddress(Address, options ?? new GrpcChannelOptions());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Log.Dispose();
    }
}
