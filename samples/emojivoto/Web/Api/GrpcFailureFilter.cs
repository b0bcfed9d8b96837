using Conduit.Grpc;

namespace Emojivoto.Web.Api;

/// <summary>Turns the failure of a service into an HTTP answer that says which it was.</summary>
internal sealed class GrpcFailureFilter(ILogger<GrpcFailureFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RpcException failure)
        {
            var request = context.HttpContext.Request;
            if (!context.HttpContext.RequestAborted.IsCancellationRequested)
            {
                WebLog.ServiceFailed(logger, request.Path, request.QueryString, failure.StatusCode, failure.Status.Detail);
            }

            var error = new ApiError(failure.Status.Detail, failure.StatusCode.ToString());
            return TypedResults.Json(error, statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
