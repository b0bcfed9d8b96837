using System.Text.Json.Serialization;

namespace Conduit.Kubernetes.Models;

public sealed record V1ServiceSpec
{
    public string? Type { get; init; }

    [JsonPropertyName("clusterIP")]
    public string? ClusterIP { get; init; }

    /// <summary>All addresses, one of each family at most.</summary>
    [JsonPropertyName("clusterIPs")]
    public IReadOnlyList<string>? ClusterIPs { get; init; }

    public string? ExternalName { get; init; }

    public IReadOnlyDictionary<string, string>? Selector { get; init; }

    public IReadOnlyList<V1ServicePort>? Ports { get; init; }
}
