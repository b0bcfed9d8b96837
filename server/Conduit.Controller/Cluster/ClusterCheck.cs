namespace Conduit.Controller.Cluster;

/// <summary>How <c>check</c> names the question whether the source can be read.</summary>
/// <param name="Subsystem">Such as <c>kubernetes</c>.</param>
/// <param name="Description">What is expected, such as <c>control plane can talk to Kubernetes</c>.</param>
internal sealed record ClusterCheck(string Subsystem, string Description);
