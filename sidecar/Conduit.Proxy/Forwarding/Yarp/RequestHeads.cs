using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Reads from Kestrel's request what the rest of the proxy needs to know of it.</summary>
internal static class RequestHeads
{
    private const string GrpcContentType = "application/grpc";
    private const string ProbeAgent = "kube-probe/";

    public static RequestHead Of(HttpContext context, DetectedConnection connection, string? authority)
    {
        var request = context.Request;
        return new RequestHead(
            request.Method,
            request.Scheme,
            authority ?? request.Host.Value ?? "",
            Target(context),
            IsGrpc(request.ContentType),
            connection.Listener.Direction == Direction.Inbound && request.Headers.UserAgent.ToString().StartsWith(ProbeAgent, StringComparison.Ordinal));
    }

    /// <summary>Path and query as the client wrote them, without the scheme and host of the absolute form.</summary>
    public static string Target(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        if (raw is ['/', ..] or "*" or "")
        {
            return raw;
        }

        var host = raw.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var path = raw.AsSpan(host).IndexOfAny('/', '?');
        return path < 0 ? "/" : raw[host + path] == '/' ? raw[(host + path)..] : "/" + raw[(host + path)..];
    }

    // "application/grpc" and what begins with it and a "+" or ";" (gRPC over HTTP/2, "Requests").
    private static bool IsGrpc(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == GrpcContentType.Length || contentType[GrpcContentType.Length] is '+' or ';' or ' ');
}
