using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Workloads;

/// <summary>A pod's spec and its two lists of containers; <paramref name="Init"/> is null when it is not written.</summary>
internal sealed record PodContainers(NodePath Spec, NodePath? Init, NodePath App)
{
    public YamlMapping SpecMapping => (YamlMapping)Spec.Node;

    /// <summary>The names of all containers, in both lists.</summary>
    public IEnumerable<string> Names => NamesIn(Init).Concat(NamesIn(App));

    /// <summary>Null when there is no container: then it is part of something else, such as a patch.</summary>
    public static PodContainers? Read(NodePath template, ProblemLog problems)
    {
        var spec = Shape.Mapping(template, "spec", problems);

        if (spec?.Node is not YamlMapping)
        {
            return null;
        }

        var init = Shape.Sequence(spec, "initContainers", problems);
        var app = Shape.Sequence(spec, "containers", problems);
        CheckItems(init, problems);
        CheckItems(app, problems);
        return app?.Node is YamlSequence { Items.IsEmpty: false } ? new PodContainers(spec, init, app) : null;
    }

    public static string? NameOf(YamlNode container) => (container.Resolved as YamlMapping)?.Text("name");

    private static IEnumerable<string> NamesIn(NodePath? list) => list?.Node is YamlSequence sequence
        ? sequence.Items.Select(NameOf).OfType<string>()
        : [];

    private static void CheckItems(NodePath? list, ProblemLog problems)
    {
        foreach (var item in (list?.Node as YamlSequence)?.Items ?? [])
        {
            if (item.Resolved is not YamlMapping)
            {
                problems.Add(item.Start, $"an element of {list!.Name} must be a mapping, but is {item.Resolved.Description}");
            }
        }
    }
}
