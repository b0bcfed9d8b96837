using Conduit.Controller.Settings;
using Conduit.Manifests;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Identity;

/// <summary>Tells the pods of this control plane from all others.</summary>
internal sealed class OwnPods(ControllerOptions options)
{
    public string Namespace => options.ControllerNamespace;

    public bool Contains(Pod pod) => pod.Namespace == Namespace && pod.Labels.ContainsKey(MeshNames.ComponentLabel);
}
