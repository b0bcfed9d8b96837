using Conduit.Operations.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Operations.Edges;

/// <summary>A question for who calls whom.</summary>
public sealed record EdgesRequest
{
    /// <summary>What one end at least has to be. Default: anything.</summary>
    public ResourceTarget Target { get; init; } = new();

    public NamespaceChoice Namespace { get; init; } = NamespaceChoice.Default;

    /// <summary>The time up to now that the numbers cover. Default one minute.</summary>
    public TimeSpan Window { get; init; } = StatRequest.DefaultWindow;
}
