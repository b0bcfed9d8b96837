using System.Collections.Immutable;
using System.Net;

namespace Conduit.Operations.Tap;

/// <summary>One end of a request.</summary>
/// <param name="Address">The end of the connection that the proxy saw.</param>
/// <param name="Labels">What the mesh knows of it: <c>pod</c>, <c>namespace</c>, <c>deployment</c> and so on; empty when it is a stranger.</param>
public sealed record TapPeer(IPEndPoint Address, ImmutableSortedDictionary<string, string> Labels)
{
    private const string PodLabel = "pod";
    private const string TlsLabel = "tls";

    /// <summary>Null when the mesh does not know it.</summary>
    public string? Pod => Labels.GetValueOrDefault(PodLabel);

    internal string Tls => Labels.GetValueOrDefault(TlsLabel, "");
}
