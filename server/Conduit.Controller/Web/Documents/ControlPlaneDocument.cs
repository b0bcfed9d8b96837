using System.Collections.Immutable;

namespace Conduit.Controller.Web.Documents;

internal sealed record ControlPlaneDocument
{
    /// <summary>The controller's release.</summary>
    public required string Version { get; init; }

    /// <summary>What it runs on, such as <c>.NET 10.0.0</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    public required ImmutableArray<CheckDocument> Checks { get; init; }

    /// <summary>Proxies by release, the most frequent first; empty for those that did not say.</summary>
    public required ImmutableArray<ProxyVersionDocument> ProxyVersions { get; init; }

    /// <summary>Running pods of the mesh whose proxy is not connected, as <c>namespace/name</c>.</summary>
    public required ImmutableArray<string> SilentProxies { get; init; }

    public required int MeshedPods { get; init; }

    public required LoadDocument Load { get; init; }
}
