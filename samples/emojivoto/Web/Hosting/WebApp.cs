using Conduit.Grpc;
using Emojivoto.Service.Hosting;
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
        var builder = ServiceProgram.CreateBuilder(settings.ShutdownDelay, kestrel => kestrel.Listen(settings.Host, settings.WebPort));
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
