using System.Globalization;
using Conduit.Model.Failures;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Answers in the application's place, and says so: in the response, in the log and in the metrics.</summary>
internal sealed class OwnAnswer(ErrorMetrics errors, ILogger<OwnAnswer> logger)
{
    private const string GrpcContentType = "application/grpc";
    private const string GrpcMessage = "grpc-message";

    public async Task WriteAsync(HttpContext context, Exchange exchange, ProxyError error, string? cause = null)
    {
        Tell(exchange, error, cause);
        var response = context.Response;
        response.Clear();
        response.Headers[ProxyError.HeaderName] = error.HeaderValue;

        if (exchange.Head.IsGrpc)
        {
            // Trailers-only: everything in one block of headers, with a status that says that HTTP itself worked.
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = GrpcContentType;
            response.Headers[ResponseHeaderCopy.GrpcStatus] = error.GrpcStatus.ToString(CultureInfo.InvariantCulture);
            response.Headers[GrpcMessage] = Uri.EscapeDataString($"{error.HeaderValue}: {error.Meaning}").Replace("%20", " ", StringComparison.Ordinal);
        }
        else
        {
            response.StatusCode = error.HttpStatus;
            response.ContentLength = 0;
        }

        if (exchange.ShowsHeaders)
        {
            exchange.ResponseHeaders = KestrelHeaders.Seen(response.Headers);
        }

        exchange.Responded(response.StatusCode, exchange.Head.IsGrpc ? error.GrpcStatus : null);
        exchange.Ended();
        await response.CompleteAsync();
    }

    /// <summary>Refuses a stream of HTTP/2, which tells the client that the request may go elsewhere.</summary>
    public void Refuse(HeldReset client, Exchange exchange, ProxyError error, string? cause)
    {
        Tell(exchange, error, cause);
        exchange.Reset(Http2Error.RefusedStream);
        client.Release(Http2Error.RefusedStream);
    }

    private void Tell(Exchange exchange, ProxyError error, string? cause)
    {
        var direction = exchange.Direction;
        errors.Count(error, direction);
        ForwardingLog.Answered(
            logger, error.Code, direction.Label(), exchange.Source, exchange.Destination, exchange.Head.Method, exchange.Head.Authority, error.Meaning, cause);
    }
}
