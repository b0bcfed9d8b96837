using System.Collections.Immutable;

namespace Conduit.Controller.Web.Documents;

/// <param name="Window">What the numbers cover, in seconds; shorter than asked when the controller does not hold that much.</param>
/// <param name="Rows">By kind, namespace and name.</param>
internal sealed record StatDocument(double Window, ImmutableArray<StatRowDocument> Rows);
