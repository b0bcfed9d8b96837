using Conduit.Manifests.Content;

namespace Conduit.Manifests;

/// <summary>Renders objects that are to go, for <c>kubectl delete -f -</c>.</summary>
public static class Uninstaller
{
    /// <summary>One document per object, in the given order; nothing but what names it.</summary>
    public static string Render(IEnumerable<ObjectReference> objects) => BlockText.Stream(objects.Select(Name));

    private static ContentMap Name(ObjectReference reference) => ContentMap.Of(
        ("apiVersion", reference.ApiVersion),
        ("kind", reference.Kind),
        ("metadata", ContentMap.Of(("name", reference.Name), ("namespace", reference.Namespace))));
}
