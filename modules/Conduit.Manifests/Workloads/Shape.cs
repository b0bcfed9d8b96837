using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Workloads;

/// <summary>Children of the type that Kubernetes wants them to be. A child without a value passes as either.</summary>
internal static class Shape
{
    public static NodePath? Mapping(NodePath parent, string key, ProblemLog problems) => Check<YamlMapping>(parent, key, "a mapping", problems);

    public static NodePath? Sequence(NodePath parent, string key, ProblemLog problems) => Check<YamlSequence>(parent, key, "a sequence", problems);

    private static NodePath? Check<TNode>(NodePath parent, string key, string expected, ProblemLog problems)
        where TNode : YamlNode
    {
        var child = parent.Child(key);

        if (child is null or { Node: TNode or YamlScalar { IsNull: true } })
        {
            return child;
        }

        problems.Add(child.Entry?.Value.Start ?? child.Node.Start, $"{child.Name} must be {expected}, but is {child.Node.Description}");
        return null;
    }
}
