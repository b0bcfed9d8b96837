using Conduit.Controller.Listeners;

namespace Conduit.Controller.Web;

/// <summary>
/// The dashboard answers only under the names of this machine. A page from elsewhere that points a name of its own at 127.0.0.1 (DNS
/// rebinding) would otherwise read the mesh through its visitor's browser.
/// </summary>
internal static class HostAllowList
{
    private const string Refusal = "The dashboard answers on 127.0.0.1, localhost and [::1] only.\n";

    public static void UseHostAllowList(this IApplicationBuilder app) => app.Use((context, next) =>
        context.ListenerOf() != Listener.Web || IsAllowed(context.Request.Host) ? next(context) : RefuseAsync(context));

    private static bool IsAllowed(HostString host) =>
        host.Host is "127.0.0.1" or "[::1]" || string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(Refusal, context.RequestAborted);
    }
}
