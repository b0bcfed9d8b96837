using System.Text.Json.Serialization;

namespace Conduit.Kubernetes.Models;

public sealed record V1ObjectReference
{
    public string? Kind { get; init; }

    [JsonPropertyName("namespace")]
    public string? NamespaceProperty { get; init; }

    public string? Name { get; init; }
}
