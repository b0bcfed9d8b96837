using Conduit.Grpc;
using Emojivoto.Service.Configuration;
using Emojivoto.Service.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Emojivoto.Service.Hosting;

/// <summary>A service of emojivoto: gRPC on one port, its own counts on another.</summary>
internal static class GrpcServiceApp
{
    public static WebApplication Build(GrpcServiceSettings settings, Func<RpcCounts, ServerServiceDefinition> define)
    {
        var builder = ServiceProgram.CreateBuilder(settings.ShutdownDelay, kestrel =>
        {
            kestrel.Listen(settings.Host, settings.GrpcPort, listener => listener.Protocols = HttpProtocols.Http2);
            kestrel.Listen(settings.Host, settings.PromPort, listener => listener.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc();

        var counts = new RpcCounts();
        var app = builder.Build();
        app.MapGrpcService(define(counts));
        app.MapGet("/metrics", () => TypedResults.Text(counts.ToPrometheusText(), "text/plain; version=0.0.4"));
        return app;
    }
}
