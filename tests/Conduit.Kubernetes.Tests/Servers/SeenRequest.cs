using Microsoft.AspNetCore.Http;

namespace Conduit.Kubernetes.Tests.Servers;

/// <summary>A request as the server got it.</summary>
/// <param name="Line">Method, path and query, such as <c>GET /api/v1/pods?limit=500</c>.</param>
/// <param name="Headers">Values by name, joined by commas.</param>
/// <param name="Body">As text; empty when there was none.</param>
internal sealed record SeenRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static async Task<SeenRequest> OfAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        return new SeenRequest(
            $"{request.Method} {request.Path}{Uri.UnescapeDataString(request.QueryString.Value ?? "")}",
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
    }
}
