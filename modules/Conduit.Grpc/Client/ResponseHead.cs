using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Conduit.Grpc.Headers;

namespace Conduit.Grpc.Client;

/// <summary>Reads what a response says about its call, ahead of the messages and behind them.</summary>
internal static class ResponseHead
{
    /// <summary>The outcome of a response that is not gRPC, or that ends with its headers; null if messages follow.</summary>
    public static CallOutcome? OutcomeOf(HttpResponseMessage response)
    {
        var contentType = HeaderOf(response.Content.Headers, GrpcHeader.ContentType);
        if (!GrpcHeader.IsGrpcContentType(contentType))
        {
            return new CallOutcome(new Status(
                FromHttp(response.StatusCode),
                $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}, content type: {contentType ?? "none"}."));
        }

        if (StatusOf(response.Headers) is { } status)
        {
            return new CallOutcome(status, MetadataOf(response));
        }

        return response.StatusCode == HttpStatusCode.OK
            ? null
            : new CallOutcome(new Status(FromHttp(response.StatusCode), $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}."));
    }

    /// <summary>The outcome that the trailers tell, once the body was read to its end.</summary>
    public static CallOutcome TrailingOutcomeOf(HttpResponseMessage response)
    {
        var trailers = response.TrailingHeaders;
        if (StatusOf(trailers) is { } status)
        {
            return new CallOutcome(status, MetadataOf(trailers));
        }

        return trailers.NonValidated.Count == 0
            ? new CallOutcome(new Status(StatusCode.Internal, "The server ended the call without trailers."))
            : new CallOutcome(new Status(StatusCode.Unknown, "No grpc-status found on response."), MetadataOf(trailers));
    }

    public static Metadata MetadataOf(HttpResponseMessage response) => MetadataOf(response.Headers, response.Content.Headers);

    public static string? EncodingOf(HttpResponseMessage response) => HeaderOf(response.Headers, GrpcHeader.Encoding);

    private static Metadata MetadataOf(params ReadOnlySpan<HttpHeaders> headers)
    {
        var metadata = new Metadata();
        foreach (var group in headers)
        {
            foreach (var (name, values) in group.NonValidated)
            {
                foreach (var value in values)
                {
                    MetadataHeader.Decode(name, value, metadata);
                }
            }
        }

        return metadata;
    }

    private static Status? StatusOf(HttpHeaders headers)
    {
        if (HeaderOf(headers, GrpcHeader.Status) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? new Status((StatusCode)code, PercentEncoding.Decode(HeaderOf(headers, GrpcHeader.Message) ?? ""))
            : new Status(StatusCode.Unknown, $"Unexpected grpc-status value: {text}");
    }

    private static string? HeaderOf(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    // https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md
    private static StatusCode FromHttp(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
