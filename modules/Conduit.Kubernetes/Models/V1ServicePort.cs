namespace Conduit.Kubernetes.Models;

public sealed record V1ServicePort
{
    public string? Name { get; init; }

    public int? Port { get; init; }

    /// <summary>Default TCP.</summary>
    public string? Protocol { get; init; }

    /// <summary>A port of the pod, or the name of one; default: the service's own port.</summary>
    public IntOrString? TargetPort { get; init; }
}
