using System.Collections.Immutable;

namespace Conduit.Controller.Web.Documents;

/// <param name="Pods">By namespace and name.</param>
internal sealed record PodsDocument(ImmutableArray<PodDocument> Pods);
