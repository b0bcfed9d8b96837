using System.Collections.Immutable;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Install;

/// <summary>
/// What to render: <paramref name="Flags"/> are those that were given, by name without dashes: those of <see cref="RenderFlag.OfInstall"/> and the
/// control plane's.
/// </summary>
public sealed record InstallRequest(ImmutableDictionary<string, string> Flags);
