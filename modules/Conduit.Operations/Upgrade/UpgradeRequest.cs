using System.Collections.Immutable;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Upgrade;

/// <summary>
/// What to render anew: <paramref name="Flags"/> are those that were given, by name without dashes: those of <see cref="RenderFlag.OfInstall"/>.
/// They beat what the installed control plane was rendered with.
/// </summary>
/// <param name="ConduitNamespace">Namespace of the control plane.</param>
/// <param name="Flags">The flags that were given.</param>
public sealed record UpgradeRequest(string ConduitNamespace, ImmutableDictionary<string, string> Flags);
