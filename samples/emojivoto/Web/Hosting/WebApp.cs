using Conduit.Grpc;
using Emojivoto.Web.Api;
using Emojivoto.Web.Configuration;
using Emojivoto.Web.Rpc;
using Microsoft.Extensions.FileProviders;

namespace Emojivoto.Web.Hosting;

/// <summary>The page and its JSON, over the two services behind it.</summary>
internal static class WebApp
{
    public static WebApplication Build(WebSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // Program says why it cannot start, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(settings.Host, settings.WebPort));
        builder.Services.AddSingleton<IHostLifetime>(services => new ShutdownDelay(
            settings.ShutdownDelay, TimeProvider.System, services.GetRequiredService<IHostApplicationLifetime>()));

        var app = builder.Build();
        UsePage(app);
        new VoteApi(new EmojiClient(Connect(app, settings.EmojiService)), new VotingClient(Connect(app, settings.VotingService))).Map(app);
        return app;
    }

    private static RpcCaller Connect(WebApplication app, Uri service)
    {
        var channel = GrpcChannel.ForAddress(service);
        app.Lifetime.ApplicationStopped.Register(channel.Dispose);
        return new RpcCaller(channel.CreateCallInvoker(), TimeProvider.System);
    }

    private static void UsePage(WebApplication app)
    {
        var page = new FileServerOptions { FileProvider = new EmbeddedFileProvider(typeof(WebApp).Assembly, "Emojivoto.Web.Page") };
        page.StaticFileOptions.OnPrepareResponse = context =>
        {
            context.Context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            context.Context.Response.Headers.CacheControl = "no-cache";
        };
        app.UseFileServer(page);
    }
}
