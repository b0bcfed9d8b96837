using System.Text.Json.Serialization;

namespace Conduit.Kubernetes.Models;

public sealed record V1PodStatus
{
    public string? Phase { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }

    [JsonPropertyName("podIP")]
    public string? PodIP { get; init; }

    /// <summary>All addresses, one of each family at most.</summary>
    [JsonPropertyName("podIPs")]
    public IReadOnlyList<V1PodIP>? PodIPs { get; init; }

    [JsonPropertyName("hostIP")]
    public string? HostIP { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public IReadOnlyList<V1PodCondition>? Conditions { get; init; }

    public IReadOnlyList<V1ContainerStatus>? InitContainerStatuses { get; init; }

    public IReadOnlyList<V1ContainerStatus>? ContainerStatuses { get; init; }
}
