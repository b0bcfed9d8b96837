using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>Kestrel on loopback, with no limits that a test could meet, and no patience when it is disposed.</summary>
internal static class LoopbackApp
{
    private const int HeadBytes = 128 * 1024;

    public static async Task<WebApplication> StartAsync(
        IPEndPoint address, HttpProtocols protocols, Action<IServiceCollection> addServices, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, listen => listen.Protocols = protocols);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = HeadBytes;
            kestrel.Limits.Http2.MaxRequestHeaderFieldSize = HeadBytes;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 2_000;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        addServices(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    public static IPEndPoint AddressOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return IPEndPoint.Parse(new Uri(addresses.Single()).Authority);
    }
}
