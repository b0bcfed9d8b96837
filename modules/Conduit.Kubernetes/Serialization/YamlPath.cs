using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Conduit.Kubernetes.Serialization;

/// <summary>Finds a node by a path as JSON tools write it: <c>$.spec.ports[1].name</c>, <c>metadata.labels['a.b/c']</c>.</summary>
internal static partial class YamlPath
{
    public static YamlNode Find(YamlNode root, string path)
    {
        var node = root;

        foreach (Match step in Step().Matches(path))
        {
            if (Next(node, step) is not { } next)
            {
                break;
            }

            node = next;
        }

        return node;
    }

    public static YamlNode? Child(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    private static YamlNode? Next(YamlNode node, Match step) => (node, step.Groups["index"].Success) switch
    {
        (YamlSequenceNode sequence, true) =>
            sequence.Children.ElementAtOrDefault(int.Parse(step.Groups["index"].Value, CultureInfo.InvariantCulture)),
        (YamlMappingNode mapping, false) => Child(mapping, step.Groups["name"].Value),
        _ => null,
    };

    [GeneratedRegex(@"(?<![^.$])(?<name>[^.$\[\]]+)|\[(?<index>\d+)\]|\['(?<name>[^']*)'\]")]
    private static partial Regex Step();
}
