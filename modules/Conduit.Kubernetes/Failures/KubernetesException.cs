using Conduit.Kubernetes.Models;
using Conduit.Model.Failures;

namespace Conduit.Kubernetes.Failures;

/// <summary>The API server answered, and the answer is no.</summary>
public class KubernetesException(string id, string message, V1Status status) : ConduitException(id, message)
{
    /// <summary>What the API server said.</summary>
    public V1Status Status { get; } = status;
}
