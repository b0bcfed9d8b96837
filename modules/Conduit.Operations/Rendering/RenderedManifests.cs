using System.Collections.Immutable;
using Conduit.Manifests;

namespace Conduit.Operations.Rendering;

/// <summary>All inputs as one stream of documents, and what became of each object.</summary>
public sealed record RenderedManifests(string Text, ImmutableArray<InjectReport> Reports);
