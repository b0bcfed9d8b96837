using Conduit.Operations.Resources;

namespace Conduit.Operations.Tap;

/// <summary>Which requests to watch. What is null is no condition.</summary>
public sealed record TapRequest
{
    public required ResourceTarget Target { get; init; }

    public NamespaceChoice Namespace { get; init; } = NamespaceChoice.Default;

    /// <summary>Only requests to this.</summary>
    public ResourceTarget? To { get; init; }

    /// <summary>Its namespace. Default: the target's.</summary>
    public string? ToNamespace { get; init; }

    /// <summary>Requests per second at most, over all pods together. Default 1.</summary>
    public double MaxRps { get; init; } = 1;

    /// <summary><c>http</c> or <c>https</c>.</summary>
    public string? Scheme { get; init; }

    public string? Method { get; init; }

    /// <summary>The whole authority.</summary>
    public string? Authority { get; init; }

    /// <summary>What the path begins with.</summary>
    public string? Path { get; init; }

    /// <summary>Kubernetes label selector on the target's pods.</summary>
    public string? LabelSelector { get; init; }
}
