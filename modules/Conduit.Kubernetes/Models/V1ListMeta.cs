using System.Text.Json.Serialization;

namespace Conduit.Kubernetes.Models;

public sealed record V1ListMeta
{
    public string? ResourceVersion { get; init; }

    /// <summary>Where the next page starts; null or empty on the last.</summary>
    [JsonPropertyName("continue")]
    public string? ContinueProperty { get; init; }
}
