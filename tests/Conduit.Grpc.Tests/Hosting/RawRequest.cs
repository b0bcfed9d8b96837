using System.Net;
using System.Net.Http.Headers;

namespace Conduit.Grpc.Tests.Hosting;

/// <summary>Requests to the echo service made by hand, so that they can be wrong.</summary>
internal static class RawRequest
{
    public static HttpRequestMessage Create(Uri address, string path, byte[] body, string? contentType = "application/grpc")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
    }
}
