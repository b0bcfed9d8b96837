using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;

namespace Conduit.Operations.Uninstall;

/// <summary>A kind of which a control plane may have objects.</summary>
internal sealed record InstalledKind(string Group, string Version, string Plural, string Kind)
{
    public bool IsNamespaced { get; init; } = true;

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    public KubernetesResource<KubernetesObject> Resource => KubernetesResources.Metadata(Group, Version, Plural) with { IsNamespaced = IsNamespaced };
}
