using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Failures;

/// <summary>There is no such object, or no such collection.</summary>
public sealed class ResourceNotFoundException(string message, V1Status status) : KubernetesException("ResourceNotFound", message, status);
