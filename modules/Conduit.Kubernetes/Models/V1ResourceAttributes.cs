using System.Text.Json.Serialization;

namespace Conduit.Kubernetes.Models;

/// <summary>Something that a caller may or may not do.</summary>
public sealed record V1ResourceAttributes
{
    /// <summary>Null for all namespaces, and for what has none.</summary>
    [JsonPropertyName("namespace")]
    public string? NamespaceProperty { get; init; }

    public string? Verb { get; init; }

    public string? Group { get; init; }

    public string? Resource { get; init; }

    public string? Subresource { get; init; }

    public string? Name { get; init; }
}
