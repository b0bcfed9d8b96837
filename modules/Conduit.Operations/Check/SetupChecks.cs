using System.Runtime.CompilerServices;
using Conduit.Kubernetes.Access;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;
using Conduit.Manifests;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Check;

/// <summary>Whether a control plane can be installed.</summary>
/// <param name="kubernetes">The cluster's API.</param>
/// <param name="space">The namespace that it would go into.</param>
/// <param name="proxy">How it would be meshed.</param>
internal sealed class SetupChecks(IKubernetes kubernetes, string space, ProxyModel proxy)
{
    private const string Subsystem = "kubernetes-setup";
    private const string Rbac = "rbac.authorization.k8s.io";

    private static readonly CheckName Vacancy = new(Subsystem, "no control plane is in the namespace yet");
    private static readonly CheckName SidecarForm = new(Subsystem, "the cluster runs the form of sidecar that is rendered");
    private static readonly CheckName Images = new(Subsystem, "knows where images come from");

    public async IAsyncEnumerable<CheckResult> RunAsync(KubernetesVersion version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await CheckVacancyAsync(cancellationToken);

        foreach (var (kind, needed) in Needed())
        {
            yield return await CheckAccessAsync(new CheckName(Subsystem, $"can create {kind}"), needed, cancellationToken);
        }

        yield return CheckSidecarForm(version);

        yield return Images.Ok(proxy.Registry == RenderDefaults.OfProduct.Registry
            ? $"{proxy.Registry} stands for images on the nodes themselves, since none are published yet. "
                + "To pull them, build and push them to a registry of yours and name it with --registry or CONDUIT_REGISTRY."
            : null);
    }

    private async Task<CheckResult> CheckVacancyAsync(CancellationToken cancellationToken)
    {
        var installed = await Vacancy.TryAsync(() => kubernetes.ListAsync(
            KubernetesResources.ConfigMaps, new ListScope { Namespace = space, LabelSelector = $"{MeshNames.ControlPlaneLabel}={space}" }, cancellationToken));

        return installed.Value is { Items.IsEmpty: false }
            ? Vacancy.Fail($"one is installed in {space}", "Choose another namespace with --conduit-namespace, or use 'conduit upgrade'.")
            : installed.Result;
    }

    private async Task<CheckResult> CheckAccessAsync(CheckName name, V1ResourceAttributes needed, CancellationToken cancellationToken)
    {
        var reviewed = await name.TryAsync(() => kubernetes.ReviewAccessAsync(needed, cancellationToken));

        return reviewed.Value is { IsAllowed: false }
            ? name.Fail($"this account may not {needed.Verb} {needed.Resource}", "Ask for a role that allows it, such as cluster-admin, or use another context.")
            : reviewed.Result;
    }

    private CheckResult CheckSidecarForm(KubernetesVersion version) => !proxy.NativeSidecar || version >= KubernetesVersion.NativeSidecars
        ? SidecarForm.Ok()
        : SidecarForm.Fail(
            $"Kubernetes {version} has no init containers that restart, which came with {KubernetesVersion.NativeSidecars}",
            $"Give --native-sidecar=false to install and inject, or set {RenderEnvironment.NativeSidecarVariable}=false.");

    private IEnumerable<(string Kind, V1ResourceAttributes Needed)> Needed() =>
    [
        ("Namespaces", Creating("", "namespaces", inNamespace: null)),
        ("ClusterRoles", Creating(Rbac, "clusterroles", inNamespace: null)),
        ("ClusterRoleBindings", Creating(Rbac, "clusterrolebindings", inNamespace: null)),
        ("ServiceAccounts", Creating("", "serviceaccounts", space)),
        ("ConfigMaps", Creating("", "configmaps", space)),
        ("Services", Creating("", "services", space)),
        ("Deployments", Creating("apps", "deployments", space)),
    ];

    private static V1ResourceAttributes Creating(string group, string resource, string? inNamespace) =>
        new() { Verb = "create", Group = group, Resource = resource, NamespaceProperty = inNamespace };
}
