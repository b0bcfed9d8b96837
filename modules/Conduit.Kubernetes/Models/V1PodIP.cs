namespace Conduit.Kubernetes.Models;

public sealed record V1PodIP
{
    public string? Ip { get; init; }
}
