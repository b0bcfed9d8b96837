using System.Collections.Immutable;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;
using Conduit.Manifests;
using Conduit.Model.Failures;
using Conduit.Operations.Clusters;

namespace Conduit.Operations.Uninstall;

/// <summary>Names the objects of a control plane, for them to be deleted. Changes nothing itself.</summary>
public sealed class UninstallOperation(ClusterConnection cluster)
{
    private const int PodsShown = 5;

    /// <exception cref="ConduitException">Nothing is installed there, or pods still need it.</exception>
    public async Task<UninstallResult> RunAsync(UninstallRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var space = request.ConduitNamespace;
        var objects = await new InstalledObjects(cluster.Kubernetes).ListAsync(space, cancellationToken);

        if (objects.IsEmpty)
        {
            throw new ConduitException(
                "NothingInstalled",
                $"there is nothing to uninstall: no object carries the label {MeshNames.ControlPlaneLabel}={space}. "
                + "Say which control plane is meant with --conduit-namespace.");
        }

        var meshed = await new MeshedPods(cluster.Kubernetes, space).ListAsync(cancellationToken);

        if (!meshed.IsEmpty && !request.Force)
        {
            throw new ConduitException("PodsMeshed", Refusal(meshed));
        }

        var (chosen, notes) = await SpareNamespaceAsync(space, objects, cancellationToken);
        return new UninstallResult(Uninstaller.Render(chosen), chosen, [.. notes, .. NotesOn(meshed)]);
    }

    private static string Refusal(ImmutableArray<V1Pod> meshed)
    {
        var shown = meshed.Take(PodsShown).Select(pod => ObjectName.Of(pod).ToString());
        var more = meshed.Length > PodsShown ? $" and {meshed.Length - PodsShown} more" : "";
        var space = meshed[0].Metadata?.NamespaceProperty;
        return $"pods are still in this mesh: {string.Join(", ", shown)}{more}\n"
            + $"Take them out first, as with: kubectl get deploy -n {space} -o yaml | conduit uninject - | kubectl apply -f -\n"
            + "Or leave their proxies without a control plane with --force.";
    }

    private static IEnumerable<string> NotesOn(ImmutableArray<V1Pod> meshed) => meshed.IsEmpty
        ? []
        : [$"proxies that will have no control plane stay in {meshed.Length} pods; take them out with 'conduit uninject'"];

    // A namespace that others live in too was there before us, or is theirs by now.
    private async Task<(ImmutableArray<ObjectReference> Objects, ImmutableArray<string> Notes)> SpareNamespaceAsync(
        string space, ImmutableArray<ObjectReference> objects, CancellationToken cancellationToken)
    {
        var pods = await cluster.Kubernetes.ListAsync(
            KubernetesResources.Pods,
            new ListScope { Namespace = space, LabelSelector = $"!{MeshNames.ComponentLabel}" },
            cancellationToken);

        return pods.Items.IsEmpty
            ? (objects, [])
            : ([.. objects.Where(found => found.Kind != "Namespace")],
                [$"the namespace {space} stays, because pods that are not Conduit's are in it: {string.Join(", ", pods.Items.Take(PodsShown).Select(pod => pod.Metadata?.Name))}"]);
    }
}
