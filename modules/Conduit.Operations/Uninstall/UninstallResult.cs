using System.Collections.Immutable;
using Conduit.Manifests;

namespace Conduit.Operations.Uninstall;

/// <param name="Text">The objects that are to go as one YAML stream, for <c>kubectl delete -f -</c>.</param>
/// <param name="Objects">The same objects.</param>
/// <param name="Notes">What the user should know about it.</param>
public sealed record UninstallResult(string Text, ImmutableArray<ObjectReference> Objects, ImmutableArray<string> Notes);
