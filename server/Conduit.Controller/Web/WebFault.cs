using System.Text.Json;
using Conduit.Controller.Web.Documents;
using Conduit.Grpc;

namespace Conduit.Controller.Web;

/// <summary>Turns what went wrong into an HTTP answer whose body says it in words.</summary>
internal static class WebFault
{
    private const string RetryAfterSeconds = "5";

    /// <summary>Runs what answers a request.</summary>
    public static RequestDelegate Told(Func<HttpContext, Task> answer) => async context =>
    {
        try
        {
            await answer(context);
        }
        catch (RpcException fault) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, fault.Status);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
    };

    public static RpcException TooManyStreams() =>
        new(new Status(StatusCode.ResourceExhausted, "Too many event streams are open already; close other pages of the dashboard."));

    private static Task WriteAsync(HttpContext context, Status status)
    {
        context.Response.StatusCode = HttpStatusOf(status.StatusCode);

        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return JsonResponse.WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(new FaultDocument(status.Detail), WebJson.Default.FaultDocument));
    }

    private static int HttpStatusOf(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument => StatusCodes.Status400BadRequest,
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.Unavailable or StatusCode.ResourceExhausted => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
