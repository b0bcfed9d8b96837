using Conduit.Manifests.Containers;
using Conduit.Manifests.Content;
using Conduit.Manifests.Workloads;

namespace Conduit.Manifests.Injection;

/// <summary>Everything that one workload's pods get.</summary>
internal sealed class Sidecar(ProxyModel proxy, ManifestObject workload, WorkloadKind kind)
{
    private const int LongestLabelValue = 63;

    /// <summary>True when our init containers come before the user's, so that those have network already.</summary>
    public bool IsFirst => proxy.NativeSidecar;

    public ContentMap Labels => ContentMap.Of(
        (MeshNames.ControlPlaneLabel, proxy.ControlPlaneNamespace),
        (MeshNames.WorkloadLabelPrefix + kind.LabelSuffix, HasWorkloadLabel ? workload.Name : null));

    public ContentList InitContainers => proxy.NativeSidecar
        ? ContentList.Of(InitContainer.Of(proxy), ProxyContainer.Of(proxy, ControlUrl))
        : ContentList.Of(InitContainer.Of(proxy));

    public ContentList AppContainers => proxy.NativeSidecar ? ContentList.Of() : ContentList.Of(ProxyContainer.Of(proxy, ControlUrl));

    // A longer name is none that a label may have; the controller knows such a pod by its owners.
    private bool HasWorkloadLabel => kind.LabelSuffix is not null && workload.Name.Length is > 0 and <= LongestLabelValue;

    // The controller's own proxy finds it beside itself, before any Service does.
    private string ControlUrl => workload.Name == "controller" && workload.Namespace == proxy.ControlPlaneNamespace
        ? $"tcp://localhost.:{proxy.ApiPort}"
        : $"tcp://proxy-api.{proxy.ControlPlaneNamespace}.svc.cluster.local:{proxy.ApiPort}";

    public ContentMap Annotations(ReplacedParents replaced) => ContentMap.Of(
        (MeshNames.CreatedByAnnotation, proxy.CreatedBy),
        (MeshNames.ProxyVersionAnnotation, proxy.Version),
        (MeshNames.ReplacedAnnotation, replaced.IsEmpty ? null : replaced.ToJson()));
}
