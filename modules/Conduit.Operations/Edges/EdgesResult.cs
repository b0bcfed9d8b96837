using System.Collections.Immutable;

namespace Conduit.Operations.Edges;

/// <summary>The answer to an <see cref="EdgesRequest"/>.</summary>
/// <param name="Edges">By source and destination; only those with traffic.</param>
/// <param name="Notes">What the answer is not, in words for people: another window, another name than asked.</param>
public sealed record EdgesResult(ImmutableArray<TrafficEdge> Edges, ImmutableArray<string> Notes);
