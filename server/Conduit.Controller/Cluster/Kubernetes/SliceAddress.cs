namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>An address behind a service.</summary>
/// <param name="Ip">Without a port.</param>
/// <param name="Pod">The pod that has it; null when none does.</param>
/// <param name="Readiness">Whether it wants traffic.</param>
internal sealed record SliceAddress(string Ip, string? Pod, Readiness Readiness);
