using Conduit.Grpc.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Conduit.Grpc.Server;

/// <summary>Handles one request: refuses what is not gRPC, runs the handler, and ends the call whatever happened.</summary>
internal static class GrpcRequest
{
    public static async Task HandleAsync(HttpContext http, Func<HttpServerCallContext, Task> handler, GrpcServer server)
    {
        if (!TryAccept(http, server))
        {
            return;
        }

        LiftBodyLimits(http);
        await using var context = new HttpServerCallContext(http, server);
        var status = await RunAsync(context, handler, server);
        await context.EndAsync(status);
    }

    private static async Task<Status> RunAsync(HttpServerCallContext context, Func<HttpServerCallContext, Task> handler, GrpcServer server)
    {
        try
        {
            await handler(context);
            return context.IsExpired ? ServerFailure.Expired : context.Status;
        }
        catch (Exception failure)
        {
            return ServerFailure.ToStatus(failure, context, server);
        }
    }

    private static bool TryAccept(HttpContext http, GrpcServer server)
    {
        if (!HttpProtocol.IsHttp2(http.Request.Protocol) && !HttpProtocol.IsHttp3(http.Request.Protocol))
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            http.Response.Headers.Upgrade = HttpProtocol.Http2;
        }
        else if (!GrpcHeader.IsGrpcContentType(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else
        {
            http.Response.ContentType = GrpcHeader.ContentTypeValue;
            return true;
        }

        GrpcServerLog.Refused(server.Logger, http.Request.Protocol, http.Request.ContentType);
        return false;
    }

    // A stream may be long, slow and large in all; the limit of gRPC is per message.
    private static void LiftBodyLimits(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }
}
