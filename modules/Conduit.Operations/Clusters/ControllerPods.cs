using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Failures;
using Conduit.Kubernetes.Models;
using Conduit.Manifests;
using Conduit.Model.Failures;

namespace Conduit.Operations.Clusters;

/// <summary>Finds the controller's pod, or says why there is none to talk to.</summary>
/// <param name="kubernetes">The cluster's API.</param>
/// <param name="space">Namespace of the control plane.</param>
internal sealed class ControllerPods(IKubernetes kubernetes, string space)
{
    private const string Selector = $"{MeshNames.ComponentLabel}=controller";

    /// <summary>The ready pod; of several, the first by name.</summary>
    /// <exception cref="ConduitException">Nothing is installed, or what is installed is not ready.</exception>
    public async Task<ObjectName> FindAsync(CancellationToken cancellationToken)
    {
        var pods = await kubernetes.ListAsync(
            KubernetesResources.Pods, new ListScope { Namespace = space, LabelSelector = Selector }, cancellationToken);
        var living = pods.Items.Where(pod => pod.Metadata?.DeletionTimestamp is null).OrderBy(NameOf, StringComparer.Ordinal).ToList();

        return living.FirstOrDefault(PodReadiness.IsReady) is { } ready ? ObjectName.Of(ready)
            : living is [var waiting, ..] ? throw NotReady(waiting)
            : throw await ExplainAbsenceAsync(cancellationToken);
    }

    private static string NameOf(V1Pod pod) => pod.Metadata?.Name ?? "";

    private ConduitException NotReady(V1Pod pod) => new(
        "ControllerNotReady",
        $"the controller's pod {space}/{NameOf(pod)} is not ready: {PodReadiness.Explain(pod)}. "
        + $"See 'kubectl describe pod -n {space} {NameOf(pod)}', or wait and try again.");

    private async Task<ConduitException> ExplainAbsenceAsync(CancellationToken cancellationToken)
    {
        if (await HasDeploymentAsync(cancellationToken))
        {
            return new ConduitException(
                "ControllerAbsent",
                $"the Deployment controller in the \"{space}\" namespace has no pod. See 'kubectl describe deployment -n {space} controller'.");
        }

        var install = $"Install with: conduit install --conduit-namespace {space} | kubectl apply -f -";
        var elsewhere = await FindElsewhereAsync(cancellationToken);
        var choice = elsewhere.Count == 0 ? "" : $"\nOr choose one that runs with --conduit-namespace: {string.Join(", ", elsewhere)}";
        return new ConduitException("NotInstalled", $"Conduit is not running in the \"{space}\" namespace\n{install}{choice}");
    }

    private async Task<bool> HasDeploymentAsync(CancellationToken cancellationToken)
    {
        try
        {
            await kubernetes.ReadAsync(KubernetesResources.Deployments, new ObjectName(space, "controller"), cancellationToken);
            return true;
        }
        catch (KubernetesException failure) when (failure is ResourceNotFoundException or AccessDeniedException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> FindElsewhereAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await kubernetes.ListAsync(KubernetesResources.Deployments, new ListScope { LabelSelector = Selector }, cancellationToken);
            return [.. found.Items.Select(deployment => deployment.Metadata?.NamespaceProperty).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        }
        catch (AccessDeniedException)
        {
            // Who may see one namespace only is told about that one.
            return [];
        }
    }
}
