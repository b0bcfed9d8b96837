using Conduit.Model.Failures;

namespace Conduit.Kubernetes.Configuration;

/// <summary>The configuration does not lead to a cluster: missing, broken, or without what was asked for.</summary>
public sealed class KubeConfigException(string id, string message, Exception? cause = null) : ConduitException(id, message, cause)
{
    /// <summary>The id of there being no kubeconfig where one was looked for.</summary>
    public const string Missing = "KubeconfigMissing";

    internal static KubeConfigException Invalid(KubeConfigOrigin origin, string reason, Exception? cause = null) =>
        new("KubeconfigInvalid", $"the kubeconfig is broken: {origin}: {reason}.", cause);
}
