using System.Security.Cryptography;
using System.Text;

namespace Conduit.Controller.Web.Files;

/// <summary>What a build without npm shows in the dashboard's place.</summary>
internal static class NoDashboardPage
{
    private const string Style = """
        body { font: 16px/1.6 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1.5rem; color: #1d2733; }
        h1 { font-weight: 600; letter-spacing: -0.02em; }
        code { background: #eef2f6; border-radius: 4px; padding: 0.15em 0.4em; }
        @media (prefers-color-scheme: dark) { body { background: #14191f; color: #dbe3ec; } code { background: #222b35; } }
        """;

    private const string Page = $"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Conduit</title>
        <style>{Style}</style>
        <h1>Conduit is running</h1>
        <p>This build carries no dashboard: npm was not there when it was built. The same numbers are on the command line:</p>
        <p><code>conduit stat deployments</code><br><code>conduit tap deployment NAME</code><br><code>conduit top deployment NAME</code></p>
        </html>
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static Task ServeAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
