using System.Collections.Immutable;
using Conduit.Protocol.Public;

namespace Conduit.Controller.PublicApi.Edges;

/// <summary>Who called whom.</summary>
/// <param name="Window">What the numbers cover; shorter than asked when the controller does not hold that much.</param>
/// <param name="Edges">Ordered by source and destination; only those with traffic.</param>
internal sealed record EdgeList(TimeSpan Window, ImmutableArray<(TrafficEdge Edge, BasicStats Stats)> Edges);
