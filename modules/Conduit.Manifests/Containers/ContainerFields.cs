using Conduit.Manifests.Content;

namespace Conduit.Manifests.Containers;

/// <summary>Fields that several of our containers have.</summary>
internal static class ContainerFields
{
    public static ContentMap SeccompProfile { get; } = ContentMap.Of(("type", "RuntimeDefault"));

    public static ContentMap Port(string name, int number) => ContentMap.Of(("name", name), ("containerPort", number));

    public static ContentMap Probe(string path, int port, params ReadOnlySpan<(string Key, ContentNode? Value)> timing) =>
        ContentMap.Of(("httpGet", ContentMap.Of(("path", path), ("port", port)))).Concat(ContentMap.Of(timing));

    /// <summary>What the "restricted" Pod Security profile asks for, and a root file system that cannot be written.</summary>
    public static ContentMap RestrictedSecurity(int user) => ContentMap.Of(
        ("allowPrivilegeEscalation", false),
        ("capabilities", ContentMap.Of(("drop", ContentList.Of("ALL")))),
        ("readOnlyRootFilesystem", true),
        ("runAsNonRoot", true),
        ("runAsUser", user),
        ("seccompProfile", SeccompProfile));
}
