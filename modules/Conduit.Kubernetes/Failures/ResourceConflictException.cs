using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Failures;

/// <summary>The object exists already, or was changed by somebody else meanwhile.</summary>
public sealed class ResourceConflictException(string message, V1Status status) : KubernetesException("ResourceConflict", message, status);
