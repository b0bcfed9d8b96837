using Conduit.Operations.Resources;

namespace Conduit.Operations.Get;

/// <summary>Which pods to list.</summary>
public sealed record GetPodsRequest
{
    public NamespaceChoice Namespace { get; init; } = NamespaceChoice.Default;
}
