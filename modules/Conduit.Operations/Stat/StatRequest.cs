using Conduit.Operations.Resources;

namespace Conduit.Operations.Stat;

/// <summary>A question about traffic.</summary>
public sealed record StatRequest
{
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    public required ResourceTarget Target { get; init; }

    public NamespaceChoice Namespace { get; init; } = NamespaceChoice.Default;

    /// <summary>The time up to now that the numbers cover. Default one minute.</summary>
    public TimeSpan Window { get; init; } = DefaultWindow;

    /// <summary>Only traffic towards this.</summary>
    public ResourceTarget? To { get; init; }

    /// <summary>Its namespace. Default: the question's. Alone it means everything of the target's kind in that namespace.</summary>
    public string? ToNamespace { get; init; }

    /// <summary>Only traffic from this.</summary>
    public ResourceTarget? From { get; init; }

    /// <inheritdoc cref="ToNamespace"/>
    public string? FromNamespace { get; init; }

    /// <summary>Kubernetes label selector, such as <c>app=web</c>; null for no condition.</summary>
    public string? LabelSelector { get; init; }

    internal bool HasTo => (To ?? (object?)ToNamespace) is not null;

    internal bool HasFrom => (From ?? (object?)FromNamespace) is not null;
}
