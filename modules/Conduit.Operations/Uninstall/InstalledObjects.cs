using System.Collections.Immutable;
using Conduit.Kubernetes.Client;
using Conduit.Manifests;

namespace Conduit.Operations.Uninstall;

/// <summary>Finds what belongs to a control plane, by label.</summary>
internal sealed class InstalledObjects(IKubernetes kubernetes)
{
    private const string Rbac = "rbac.authorization.k8s.io";

    // What runs goes first and what it needs after it; the namespace last, because it takes with it what is inside.
    private static readonly ImmutableArray<InstalledKind> Kinds =
    [
        new("apps", "v1", "deployments", "Deployment"),
        new("", "v1", "services", "Service"),
        new("", "v1", "configmaps", "ConfigMap"),
        new(Rbac, "v1", "rolebindings", "RoleBinding"),
        new(Rbac, "v1", "roles", "Role"),
        new(Rbac, "v1", "clusterrolebindings", "ClusterRoleBinding") { IsNamespaced = false },
        new(Rbac, "v1", "clusterroles", "ClusterRole") { IsNamespaced = false },
        new("", "v1", "serviceaccounts", "ServiceAccount"),
        new("", "v1", "namespaces", "Namespace") { IsNamespaced = false },
    ];

    public async Task<ImmutableArray<ObjectReference>> ListAsync(string space, CancellationToken cancellationToken)
    {
        var scope = new ListScope { LabelSelector = $"{MeshNames.ControlPlaneLabel}={space}" };
        var found = ImmutableArray.CreateBuilder<ObjectReference>();

        foreach (var kind in Kinds)
        {
            var objects = await kubernetes.ListAsync(
                kind.Resource, kind.IsNamespaced ? scope with { Namespace = space } : scope, cancellationToken);
            found.AddRange(objects.Items.Select(item => item.Metadata?.Name).OfType<string>().Order(StringComparer.Ordinal)
                .Select(name => new ObjectReference(kind.ApiVersion, kind.Kind, kind.IsNamespaced ? space : null, name)));
        }

        return found.ToImmutable();
    }
}
