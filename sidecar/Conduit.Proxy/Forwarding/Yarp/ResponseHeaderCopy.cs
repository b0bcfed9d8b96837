using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Copies a response's headers and trailers as they are, but for those of the connection.</summary>
internal static class ResponseHeaderCopy
{
    public const string GrpcStatus = "grpc-status";

    private const int GrpcUnknown = 2;
    private const int LastGrpcStatus = 16;

    // One value that is null: present, so that Kestrel adds no date of its own, and written as nothing at all.
    private static readonly StringValues Nothing = new([null]);

    public static void Copy(HttpResponseMessage message, HttpResponse response)
    {
        var hopByHop = new HopByHop(message.Headers.NonValidated.TryGetValues(HeaderNames.Connection, out var connection) ? connection.ToArray() : []);
        Copy(message.Headers, response.Headers, hopByHop);
        Copy(message.Content.Headers, response.Headers, hopByHop);

        if (response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or < StatusCodes.Status200OK)
        {
            response.Headers.Remove(HeaderNames.ContentLength);
        }

        if (!response.Headers.ContainsKey(HeaderNames.Date))
        {
            response.Headers[HeaderNames.Date] = Nothing;
        }
    }

    public static void CopyTrailers(HttpResponseMessage message, IHeaderDictionary trailers)
    {
        foreach (var (name, values) in message.TrailingHeaders.NonValidated)
        {
            trailers[name] = new StringValues([.. values]);
        }
    }

    /// <summary>Null when there is none; UNKNOWN when it is none that gRPC defines.</summary>
    public static int? ReadGrpcStatus(HttpHeaders headers) => headers.NonValidated.TryGetValues(GrpcStatus, out var values)
        ? int.TryParse(values.ToString(), out var status) && status is >= 0 and <= LastGrpcStatus ? status : GrpcUnknown
        : null;

    private static void Copy(HttpHeaders from, IHeaderDictionary to, HopByHop hopByHop)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            if (!hopByHop.Contains(name))
            {
                to[name] = values.Count == 1 ? new StringValues(values.ToString()) : new StringValues([.. values]);
            }
        }
    }
}
