using Conduit.Grpc;
using Emojivoto.Voting.Configuration;
using Emojivoto.Voting.Rpc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Emojivoto.Voting.Hosting;

/// <summary>The Voting service: gRPC on one port, its own counts on another.</summary>
internal static class VotingApp
{
    public static WebApplication Build(VotingSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // Program says why it cannot start, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(settings.Host, settings.GrpcPort, listener => listener.Protocols = HttpProtocols.Http2);
            kestrel.Listen(settings.Host, settings.PromPort, listener => listener.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<IHostLifetime>(services => new ShutdownDelay(
            settings.ShutdownDelay, TimeProvider.System, services.GetRequiredService<IHostApplicationLifetime>()));

        var counts = new RpcCounts();
        var app = builder.Build();
        app.MapGrpcService(VotingRpc.Define(counts));
        app.MapGet("/metrics", () => TypedResults.Text(counts.ToPrometheusText(), "text/plain; version=0.0.4"));
        return app;
    }
}
