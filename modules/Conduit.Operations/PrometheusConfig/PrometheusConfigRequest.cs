namespace Conduit.Operations.PrometheusConfig;

/// <summary>Whose metrics are to be read.</summary>
/// <param name="ControlPlaneNamespace">The control plane whose mesh it is, on a cluster.</param>
/// <param name="Mesh">Name of a dev mesh that runs, in the cluster's place; null for none.</param>
public sealed record PrometheusConfigRequest(string ControlPlaneNamespace, string? Mesh);
