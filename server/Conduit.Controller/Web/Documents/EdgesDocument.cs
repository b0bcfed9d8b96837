using System.Collections.Immutable;

namespace Conduit.Controller.Web.Documents;

/// <param name="Window">What the numbers cover, in seconds.</param>
/// <param name="Edges">By source and destination; only those with traffic.</param>
internal sealed record EdgesDocument(double Window, ImmutableArray<EdgeDocument> Edges);
