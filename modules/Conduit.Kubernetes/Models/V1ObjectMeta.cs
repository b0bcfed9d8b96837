using System.Text.Json.Serialization;

namespace Conduit.Kubernetes.Models;

public sealed record V1ObjectMeta
{
    public string? Name { get; init; }

    [JsonPropertyName("namespace")]
    public string? NamespaceProperty { get; init; }

    public string? Uid { get; init; }

    public string? ResourceVersion { get; init; }

    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>Set from the moment somebody asked to delete the object.</summary>
    public DateTimeOffset? DeletionTimestamp { get; init; }

    public IReadOnlyList<V1OwnerReference>? OwnerReferences { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
