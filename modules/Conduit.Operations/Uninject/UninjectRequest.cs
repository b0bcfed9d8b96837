using System.Collections.Immutable;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Uninject;

/// <summary>What to uninject: <paramref name="Sources"/> is what <see cref="ManifestLoader"/> reads.</summary>
public sealed record UninjectRequest(ImmutableArray<string> Sources);
