using System.Text.Json;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Serialization;

namespace Conduit.Kubernetes.Client;

/// <summary>Reads why a request failed. Not every answer comes from the API server itself, so any text will do.</summary>
internal static class StatusReader
{
    private const int LongestPlainText = 200;

    public static async Task<V1Status> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var status = TryParse(text) ?? new V1Status { Message = text.Length is > 0 and < LongestPlainText ? text.Trim() : response.ReasonPhrase };
        var retryAfter = status.Details?.RetryAfterSeconds ?? (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds;

        return status with
        {
            Code = (int)response.StatusCode,
            Details = (status.Details ?? new V1StatusDetails()) with { RetryAfterSeconds = retryAfter },
        };
    }

    private static V1Status? TryParse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, KubernetesJson.Default.V1Status);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
