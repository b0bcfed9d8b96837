using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Failures;

/// <summary>The caller is known, and may not do this.</summary>
public sealed class AccessDeniedException(string message, V1Status status) : KubernetesException("AccessDenied", message, status);
