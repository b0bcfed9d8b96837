namespace Conduit.Operations.Rendering;

/// <summary>The environment's say in what is rendered; a flag beats it.</summary>
/// <param name="Registry"><c>CONDUIT_REGISTRY</c>; null when it is not set.</param>
/// <param name="NativeSidecar"><c>CONDUIT_NATIVE_SIDECAR</c>; null when it is not set.</param>
public sealed record RenderEnvironment(string? Registry = null, string? NativeSidecar = null)
{
    public const string RegistryVariable = "CONDUIT_REGISTRY";
    public const string NativeSidecarVariable = "CONDUIT_NATIVE_SIDECAR";
}
