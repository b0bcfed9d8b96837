using System.Collections.Immutable;

namespace Conduit.Controller.Web.Documents;

internal sealed record StatRowDocument
{
    public required string Kind { get; init; }

    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required PodCountDocument Pods { get; init; }

    /// <summary>Why pods of it are not running.</summary>
    public required ImmutableArray<PodFaultDocument> Faults { get; init; }

    /// <summary>Null without traffic.</summary>
    public required TrafficDocument? Traffic { get; init; }
}
