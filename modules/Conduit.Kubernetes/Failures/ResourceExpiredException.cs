using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Failures;

/// <summary>The API server no longer knows what happened since that version; only a fresh list is complete.</summary>
public sealed class ResourceExpiredException(string message, V1Status status) : KubernetesException("ResourceExpired", message, status);
