namespace Conduit.Grpc.Headers;

/// <summary>The header names and values that the protocol fixes.</summary>
internal static class GrpcHeader
{
    public const string AcceptEncoding = "grpc-accept-encoding";
    public const string Encoding = "grpc-encoding";
    public const string Message = "grpc-message";
    public const string Status = "grpc-status";
    public const string Timeout = "grpc-timeout";
    public const string ContentType = "content-type";
    public const string Te = "te";
    public const string UserAgent = "user-agent";

    /// <summary>A request for an encoding of what this side sends; it stays on this side.</summary>
    public const string EncodingRequest = "grpc-internal-encoding-request";

    public const string ContentTypeValue = "application/grpc";
    public const string TeValue = "trailers";
    public const string GzipEncoding = "gzip";
    public const string IdentityEncoding = "identity";
    public const string AcceptEncodingValue = "identity,gzip";

    /// <summary>Whether the protocol owns that header, so that it is no metadata in either direction.</summary>
    public static bool IsReserved(string name) =>
        name.StartsWith(':')
        || Is(name, ContentType)
        || Is(name, Te)
        || Is(name, Status)
        || Is(name, Message)
        || Is(name, Timeout)
        || Is(name, Encoding)
        || Is(name, AcceptEncoding)
        || Is(name, EncodingRequest);

    /// <summary>Whether a content type is gRPC's, with or without a message format (<c>application/grpc+proto</c>) or parameters.</summary>
    public static bool IsGrpcContentType(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(ContentTypeValue, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentTypeValue.Length || contentType[ContentTypeValue.Length] is '+' or ';');

    private static bool Is(string name, string reserved) => name.Equals(reserved, StringComparison.OrdinalIgnoreCase);
}
