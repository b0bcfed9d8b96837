using Conduit.Controller.Listeners;

namespace Conduit.Controller.Web.Safety;

internal static class WebSafety
{
    /// <summary>Turns away who has no business on the dashboard's port; the other ports are not touched.</summary>
    public static void UseWebSafety(this IApplicationBuilder app)
    {
        var hosts = app.ApplicationServices.GetRequiredService<HostAllowList>();
        app.Use((context, next) => Pass(context, next, hosts));
    }

    private static Task Pass(HttpContext context, RequestDelegate next, HostAllowList hosts)
    {
        if (context.ListenerOf() != Listener.Web)
        {
            return next(context);
        }

        SecurityHeaders.Write(context.Response.Headers);
        return !hosts.Allows(context.Request.Host) ? RefuseAsync(context, HostAllowList.Refusal)
            : ForeignPages.IsAsking(context.Request) ? RefuseAsync(context, ForeignPages.Refusal)
            : next(context);
    }

    private static Task RefuseAsync(HttpContext context, string refusal)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(refusal, context.RequestAborted);
    }
}
