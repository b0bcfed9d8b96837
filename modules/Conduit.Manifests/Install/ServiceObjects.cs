using Conduit.Manifests.Content;

namespace Conduit.Manifests.Install;

/// <summary>The controller's Services: one for proxies, and, if the user wants them exposed, those for people and their tools.</summary>
internal static class ServiceObjects
{
    public static IEnumerable<ContentMap> Of(InstallModel model)
    {
        yield return Service(model, ControlPlane.Component, "proxy-api", "grpc", model.Proxy.ApiPort.Number);

        if (model.ExposeApi)
        {
            yield return Service(model, ControlPlane.Component, "api", "grpc", ControlPlane.PublicApiPort);
            yield return Service(model, ControlPlane.Component, "web", "http", ControlPlane.WebPort);
        }
    }

    public static ContentMap Service(InstallModel model, string component, string name, string portName, int port) => ContentMap.Of(
        ("apiVersion", "v1"),
        ("kind", "Service"),
        ("metadata", ControlPlane.Metadata(model, name, model.Proxy.ControlPlaneNamespace, component)),
        ("spec", ContentMap.Of(
            ("type", "ClusterIP"),
            ("selector", ContentMap.Of((MeshNames.ComponentLabel, component))),
            ("ports", ContentList.Of(ContentMap.Of(("name", portName), ("port", port), ("targetPort", port)))))));
}
