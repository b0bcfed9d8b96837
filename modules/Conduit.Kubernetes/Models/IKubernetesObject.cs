namespace Conduit.Kubernetes.Models;

/// <summary>What every object of the Kubernetes API has.</summary>
public interface IKubernetesObject
{
    string? ApiVersion { get; }

    string? Kind { get; }

    V1ObjectMeta? Metadata { get; }
}
