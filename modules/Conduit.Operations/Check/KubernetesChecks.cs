using System.Runtime.CompilerServices;
using Conduit.Kubernetes.Client;

namespace Conduit.Operations.Check;

/// <summary>Whether there is a cluster to work with.</summary>
internal sealed class KubernetesChecks(IKubernetes kubernetes)
{
    private const string Subsystem = "kubernetes-api";

    private static readonly CheckName Query = new(Subsystem, "can query the Kubernetes API");
    private static readonly CheckName MinimumVersion = new(Subsystem, "is running the minimum Kubernetes API version");

    public static CheckName Client { get; } = new(Subsystem, "can initialize the client");

    /// <summary>The cluster's version, once it has been asked; null when it did not answer.</summary>
    public KubernetesVersion? Version { get; private set; }

    public async IAsyncEnumerable<CheckResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queried = await Query.TryAsync(async () => KubernetesVersion.Of(await kubernetes.GetVersionAsync(cancellationToken)));
        Version = queried.Value;
        yield return queried.Result;

        if (Version is { } version)
        {
            yield return version >= KubernetesVersion.Minimum
                ? MinimumVersion.Ok()
                : MinimumVersion.Fail($"Kubernetes is {version}, but {KubernetesVersion.Minimum} or higher is needed", "Upgrade the cluster.");
        }
    }
}
