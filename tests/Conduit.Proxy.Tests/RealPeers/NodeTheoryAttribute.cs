using Conduit.Testing.Node;

namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>A theory about JavaScript peers; skipped, and saying so, without node.</summary>
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodePackage.Missing is { } missing ? $"Not run: {missing}." : null;
}
