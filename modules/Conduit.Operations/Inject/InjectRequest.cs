using System.Collections.Immutable;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Inject;

/// <summary>What to inject, and how.</summary>
/// <param name="Sources">What <see cref="ManifestLoader"/> reads.</param>
/// <param name="Flags">The flags that were given, by name without dashes: those of <see cref="RenderFlag.OfInject"/> and the control plane's.</param>
public sealed record InjectRequest(ImmutableArray<string> Sources, ImmutableDictionary<string, string> Flags);
