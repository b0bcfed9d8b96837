using System.Collections.Frozen;
using Conduit.Controller.Listeners;

namespace Conduit.Controller.Web.Files;

/// <summary>Serves the dashboard's own files, which this program carries in itself. There is no path to any other file.</summary>
internal static class DashboardFiles
{
    private const string Prefix = "dashboard/";
    private const string Start = "index.html";
    private const string Hashed = "assets/";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
    }.ToFrozenDictionary();

    public static void MapDashboard(this IEndpointRouteBuilder endpoints)
    {
        string[] files = [.. typeof(DashboardFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))];

        if (!files.Contains(Prefix + Start))
        {
            endpoints.MapGet("/", NoDashboardPage.ServeAsync).On(Listener.Web);
            return;
        }

        foreach (var file in files)
        {
            var path = file[Prefix.Length..];
            endpoints.MapGet(path == Start ? "/" : $"/{path}", context => ServeAsync(context, file)).On(Listener.Web);
        }
    }

    private static async Task ServeAsync(HttpContext context, string file)
    {
        await using var content = typeof(DashboardFiles).Assembly.GetManifestResourceStream(file)!;
        context.Response.ContentType = ContentTypes.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        context.Response.ContentLength = content.Length;
        context.Response.Headers.CacheControl = file.StartsWith(Prefix + Hashed, StringComparison.Ordinal) ? Forever : AskAgain;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
