namespace Conduit.Operations.Uninstall;

/// <summary>Which control plane is to go.</summary>
/// <param name="ConduitNamespace">Its namespace.</param>
public sealed record UninstallRequest(string ConduitNamespace)
{
    /// <summary>True to leave pods behind whose proxies have no control plane any more. Default false.</summary>
    public bool Force { get; init; }
}
