using System.Collections.Immutable;
using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Failures;
using Conduit.Manifests;
using Conduit.Model.Failures;
using Conduit.Operations.Clusters;
using Conduit.Operations.Install;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Upgrade;

/// <summary>Renders the installed control plane anew, with the settings that it was rendered with and in this program's version.</summary>
public sealed class UpgradeOperation(RenderDefaults defaults, ClusterConnection cluster)
{
    /// <exception cref="ConduitException">Nothing is installed there, or its settings cannot be read.</exception>
    public async Task<InstallResult> RunAsync(UpgradeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var kept = await ReadKeptAsync(request.ConduitNamespace, cancellationToken);
        var known = InstallSettings.All.Select(setting => setting.Text.Name).ToHashSet(StringComparer.Ordinal);
        var flags = kept.SetItems(request.Flags).SetItem(RenderFlag.ControlPlane, request.ConduitNamespace);
        var rendered = new InstallOperation(defaults).Run(new InstallRequest(flags));

        return rendered with
        {
            Notes =
            [
                .. kept.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)
                    .Select(name => $"the installed control plane was rendered with {name}, which this version does not know; it is left out"),
                .. rendered.Notes,
            ],
        };
    }

    private async Task<ImmutableDictionary<string, string>> ReadKeptAsync(string space, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await cluster.Kubernetes.ReadAsync(
                KubernetesResources.ConfigMaps, new ObjectName(space, MeshNames.SettingsConfigMap), cancellationToken);
            return (settings.Data ?? ImmutableDictionary<string, string>.Empty).ToImmutableDictionary(StringComparer.Ordinal);
        }
        catch (ResourceNotFoundException failure)
        {
            throw new ConduitException(
                "NotInstalled",
                $"there is nothing to upgrade in the \"{space}\" namespace: it has no ConfigMap {MeshNames.SettingsConfigMap}\n"
                + $"Install with: conduit install --conduit-namespace {space} | kubectl apply -f -",
                failure);
        }
    }
}
