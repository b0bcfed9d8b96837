using System.Text.Json.Serialization;

namespace Conduit.Kubernetes.Models;

public sealed record V1ObjectMeta
{
    public string? Name { get; init; }

    [JsonPropertyName("namespace")]
    public string? NamespaceProperty { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
