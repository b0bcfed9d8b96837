using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Failures;

/// <summary>The API server does not accept who the caller claims to be.</summary>
public sealed class NotAuthenticatedException(string message, V1Status status) : KubernetesException("NotAuthenticated", message, status);
