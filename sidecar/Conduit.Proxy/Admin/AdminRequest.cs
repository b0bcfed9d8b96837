namespace Conduit.Proxy.Admin;

/// <summary>What an operator or a probe asks.</summary>
/// <param name="Method">As it was spelled.</param>
/// <param name="Path">Without query.</param>
/// <param name="TakesGzip">True when the answer may come compressed.</param>
/// <param name="IsFromThisHost">True when it came over loopback.</param>
internal readonly record struct AdminRequest(string Method, string Path, bool TakesGzip, bool IsFromThisHost)
{
    public bool IsRead => Method is "GET" or "HEAD";
}
