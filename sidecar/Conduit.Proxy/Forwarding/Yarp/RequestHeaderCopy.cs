using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Copies a request's headers as they are, but for those of the connection.</summary>
internal static class RequestHeaderCopy
{
    private const string Trailers = "trailers";

    public static void Copy(HttpContext context, HttpRequestMessage message, string? authority)
    {
        var headers = context.Request.Headers;
        var hopByHop = new HopByHop(headers.Connection);

        foreach (var (name, values) in headers)
        {
            if (!hopByHop.Contains(name) && name is not "Host")
            {
                Add(message, name, values);
            }
        }

        // Both lengths at once are a smuggler's; the coding wins and the length goes (RFC 9112 §6.3).
        if (!StringValues.IsNullOrEmpty(headers.TransferEncoding))
        {
            message.Content?.Headers.Remove(HeaderNames.ContentLength);
        }

        if (headers.TE.ToString().Contains(Trailers, StringComparison.OrdinalIgnoreCase))
        {
            message.Headers.TryAddWithoutValidation(HeaderNames.TE, Trailers);
        }

        message.Headers.TryAddWithoutValidation(HeaderNames.Host, authority ?? headers.Host.ToString());
    }

    private static void Add(HttpRequestMessage message, string name, StringValues values)
    {
        if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
        {
            // Content-Type and its like belong to the content in HttpClient's model, even where there is no content.
            message.Content ??= new NoContent();
            message.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
    }
}
