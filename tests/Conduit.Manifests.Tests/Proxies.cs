namespace Conduit.Manifests.Tests;

internal static class Proxies
{
    public static ProxyModel Native { get; } = new() { CreatedBy = "conduit/cli 0.1.0", Version = "0.1.0", Registry = "conduit.local" };

    public static ProxyModel Classic { get; } = Native with { NativeSidecar = false };
}
