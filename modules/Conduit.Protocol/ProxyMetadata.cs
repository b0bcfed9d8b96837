namespace Conduit.Protocol;

/// <summary>Metadata that a proxy sends with each call to the controller, so that the controller knows whose report it is.</summary>
public static class ProxyMetadata
{
    /// <summary>The proxy's pod as <c>namespace/name</c>. The controller checks it against the peer's address.</summary>
    public const string Pod = "conduit-pod";

    /// <summary>The token of a dev mesh, where every pod has the same address. Absent on a cluster.</summary>
    public const string Token = "conduit-token";

    /// <summary>The proxy's version.</summary>
    public const string Version = "conduit-version";
}
