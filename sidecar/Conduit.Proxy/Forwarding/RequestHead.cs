namespace Conduit.Proxy.Forwarding;

/// <summary>What routing, counting and tapping need to know of a request.</summary>
/// <param name="Method">As the client spelled it.</param>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Authority">Host and port as sent; empty when there was none.</param>
/// <param name="Path">The target's path and query.</param>
/// <param name="IsGrpc">True when errors must take gRPC's form.</param>
/// <param name="IsProbe">True for the kubelet's probes.</param>
internal readonly record struct RequestHead(string Method, string Scheme, string Authority, string Path, bool IsGrpc, bool IsProbe);
