namespace Conduit.Kubernetes.Models;

public sealed record VersionInfo
{
    public string? Major { get; init; }

    /// <summary>Digits, with a plus sign after them at some providers.</summary>
    public string? Minor { get; init; }

    /// <summary>Such as v1.20.2.</summary>
    public string? GitVersion { get; init; }

    public string? Platform { get; init; }
}
