using System.Net;
using Conduit.Grpc.Headers;

namespace Conduit.Grpc.Client;

/// <summary>Builds the HTTP request of a call.</summary>
internal static class RequestHead
{
    private static readonly string UserAgent = $"grpc-dotnet-conduit/{typeof(RequestHead).Assembly.GetName().Version?.ToString(3)}";

    public static HttpRequestMessage Create(Uri address, string? host, HttpContent content)
    {
        content.Headers.TryAddWithoutValidation(GrpcHeader.ContentType, GrpcHeader.ContentTypeValue);
        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
            Headers = { Host = host },
        };
    }

    public static void AddProtocolHeaders(HttpRequestMessage request, TimeSpan? timeout, string? encoding)
    {
        Add(request, GrpcHeader.Te, GrpcHeader.TeValue);
        Add(request, GrpcHeader.AcceptEncoding, GrpcHeader.AcceptEncodingValue);
        if (timeout is { } limit)
        {
            Add(request, GrpcHeader.Timeout, TimeoutHeader.Format(limit));
        }

        if (encoding is not null)
        {
            Add(request, GrpcHeader.Encoding, encoding);
        }
    }

    public static void AddMetadata(HttpRequestMessage request, Metadata? metadata)
    {
        foreach (var entry in metadata ?? Metadata.Empty)
        {
            if (!GrpcHeader.IsReserved(entry.Key))
            {
                Add(request, entry.Key, MetadataHeader.Encode(entry));
            }
        }

        if (metadata?.Get(GrpcHeader.UserAgent) is null)
        {
            Add(request, GrpcHeader.UserAgent, UserAgent);
        }
    }

    private static void Add(HttpRequestMessage request, string name, string value)
    {
        // Names that HTTP gives to the body, such as "expires", are refused among the request's own headers.
        if (!request.Headers.TryAddWithoutValidation(name, value))
        {
            request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
