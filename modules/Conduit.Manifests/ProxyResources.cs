using Conduit.Model.Quantities;

namespace Conduit.Manifests;

/// <summary>What the proxy's container asks for and may use at most; null is not said.</summary>
public sealed record ProxyResources(
    Quantity? CpuRequest = null, Quantity? MemoryRequest = null, Quantity? CpuLimit = null, Quantity? MemoryLimit = null)
{
    public static ProxyResources None { get; } = new();
}
