using Conduit.Controller.Cluster;
using Conduit.Controller.Listeners;

namespace Conduit.Controller.Admin;

/// <summary>Serves liveness, readiness and metrics.</summary>
internal static class AdminEndpoints
{
    private const string TextType = "text/plain; charset=utf-8";

    public static void MapAdmin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/ping", context => AnswerAsync(context, "pong\n", TextType)).On(Listener.Admin);
        endpoints.MapGet("/ready", ReadyAsync).On(Listener.Admin);
        endpoints.MapGet("/metrics", MetricsAsync).On(Listener.Admin);
    }

    private static Task ReadyAsync(HttpContext context)
    {
        var cluster = context.RequestServices.GetRequiredService<ClusterStore>();

        if (cluster.HasPicture)
        {
            return AnswerAsync(context, "ok\n", TextType);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return AnswerAsync(context, $"no picture of the cluster yet: {cluster.Fault ?? "it was not read yet"}\n", TextType);
    }

    private static Task MetricsAsync(HttpContext context) =>
        AnswerAsync(context, context.RequestServices.GetRequiredService<MetricsPage>().Render(), MetricsPage.ContentType);

    private static Task AnswerAsync(HttpContext context, string text, string contentType)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
