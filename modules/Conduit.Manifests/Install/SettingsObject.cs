using Conduit.Manifests.Content;

namespace Conduit.Manifests.Install;

/// <summary>The settings as the cluster keeps them, so that an upgrade renders with them again.</summary>
internal static class SettingsObject
{
    public static ContentMap Of(InstallModel model) => ContentMap.Of(
        ("apiVersion", "v1"),
        ("kind", "ConfigMap"),
        ("metadata", ControlPlane.Metadata(model, MeshNames.SettingsConfigMap, model.Proxy.ControlPlaneNamespace, ControlPlane.Component)),
        ("data", new ContentMap([.. model.Kept.Select(kept => KeyValuePair.Create(kept.Key, (ContentNode)new ContentText(kept.Value)))])));
}
