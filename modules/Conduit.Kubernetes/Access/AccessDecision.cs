namespace Conduit.Kubernetes.Access;

/// <param name="IsAllowed">Whether the caller may do it.</param>
/// <param name="Reason">What the API server says about it, such as the role that allows it; often empty.</param>
public sealed record AccessDecision(bool IsAllowed, string Reason);
