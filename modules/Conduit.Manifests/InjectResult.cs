using System.Collections.Immutable;

namespace Conduit.Manifests;

/// <summary>An input after inject or uninject.</summary>
/// <param name="Text">The whole text; whatever was not touched is as it was.</param>
/// <param name="Reports">One per object, in the order of the text.</param>
public sealed record InjectResult(string Text, ImmutableArray<InjectReport> Reports);
