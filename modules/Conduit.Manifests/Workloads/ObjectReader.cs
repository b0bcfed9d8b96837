using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Workloads;

/// <summary>Finds the objects of a document, those inside lists included.</summary>
internal static class ObjectReader
{
    public static IEnumerable<ManifestObject> Read(YamlDocument document, ProblemLog problems) =>
        document.Root.Resolved is YamlScalar { IsNull: true } ? [] : Expand(NodePath.Root(document), problems);

    private static IEnumerable<ManifestObject> Expand(NodePath path, ProblemLog problems)
    {
        if (path.Node is not YamlMapping)
        {
            problems.Add(path.Node.Start, $"expected an object, found {path.Node.Description}");
            return [];
        }

        var found = new ManifestObject(path);
        return found is { Kind: "List", ApiGroup: "" or null } ? ExpandItems(path, problems) : [found];
    }

    private static IEnumerable<ManifestObject> ExpandItems(NodePath list, ProblemLog problems)
    {
        var items = Shape.Sequence(list, "items", problems);
        return items?.Node is YamlSequence ? items.Elements().SelectMany(item => Expand(item, problems)) : [];
    }
}
