using System.Collections.Immutable;

namespace Conduit.Manifests;

/// <summary>The control plane as one YAML stream, and what the user should know about it.</summary>
public sealed record InstallResult(string Text, ImmutableArray<string> Notes);
