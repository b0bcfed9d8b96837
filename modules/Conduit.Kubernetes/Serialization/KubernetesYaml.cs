using System.Text.Json;
using Conduit.Kubernetes.Models;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conduit.Kubernetes.Serialization;

/// <summary>Reads manifests, in YAML or JSON, into typed objects.</summary>
public static class KubernetesYaml
{
    /// <summary>The objects of every document, a List's items in its place. Objects of other kinds come with their metadata only.</summary>
    /// <exception cref="KubernetesYamlException">The text is no YAML, or an object in it does not fit its kind.</exception>
    public static IReadOnlyList<KubernetesYamlObject> LoadAllFromString(string content)
    {
        var objects = new List<KubernetesYamlObject>();
        var problems = new List<YamlProblem>();

        foreach (var (number, root) in Documents(content))
        {
            foreach (var node in Items(root))
            {
                Read(number, node, objects, problems);
            }
        }

        return problems.Count == 0 ? objects : throw new KubernetesYamlException([.. problems]);
    }

    private static IReadOnlyList<(int Number, YamlNode Root)> Documents(string content)
    {
        var scanner = new Scanner(new StringReader(content));

        try
        {
            var stream = new YamlStream();
            stream.Load(new MergingParser(new Parser(scanner)));
            return [.. stream.Documents.Select((document, index) => (index + 1, document.RootNode))];
        }
        catch (YamlException failure)
        {
            // Some of the scanner's failures carry no place; then its own position is the nearest one.
            throw Unreadable(content, failure.Start.Index == 0 ? scanner.CurrentPosition : failure.Start, failure.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner throws this, without a place, on some unclosed flow collections.
            throw Unreadable(content, scanner.CurrentPosition, "found text that does not belong here");
        }
    }

    private static KubernetesYamlException Unreadable(string content, Mark mark, string reason)
    {
        var before = content[..(int)Math.Min(mark.Index, content.Length)].Split('\n')[..^1];
        var separators = before.Count(line => line.TrimEnd() is "---" || line.StartsWith("--- ", StringComparison.Ordinal));
        var document = before.FirstOrDefault()?.StartsWith("---", StringComparison.Ordinal) == true ? separators : separators + 1;
        return new KubernetesYamlException([new YamlProblem(document, (int)mark.Line, (int)mark.Column, reason)]);
    }

    private static IEnumerable<YamlNode> Items(YamlNode root) =>
        root is YamlMappingNode mapping && Text(mapping, "kind") is "List" && YamlPath.Child(mapping, "items") is YamlSequenceNode list
            ? list.Children
            : root is YamlScalarNode { Value: null or "" } ? [] : [root];

    private static void Read(int document, YamlNode node, List<KubernetesYamlObject> objects, List<YamlProblem> problems)
    {
        if (node is not YamlMappingNode mapping || Text(mapping, "apiVersion") is not { } apiVersion || Text(mapping, "kind") is not { } kind)
        {
            problems.Add(Problem(document, node, "this is no Kubernetes object: it has no apiVersion and kind"));
            return;
        }

        try
        {
            var value = (IKubernetesObject)YamlToJson.Convert(node).Deserialize(KubernetesKinds.TypeOf(apiVersion, kind))!;
            objects.Add(new KubernetesYamlObject(value, document, node));
        }
        catch (JsonException failure)
        {
            problems.Add(Misfit(document, node, failure.Path ?? "$"));
        }
    }

    private static YamlProblem Misfit(int document, YamlNode root, string path)
    {
        var node = YamlPath.Find(root, path);
        var what = node switch
        {
            YamlScalarNode plain when YamlToJson.IsPlain(plain) => $"{plain.Value} does not fit here (quote it if it is meant as text)",
            YamlScalarNode quoted => $"\"{quoted.Value}\" does not fit here",
            YamlSequenceNode => "a list does not fit here",
            _ => "a mapping does not fit here",
        };
        return Problem(document, node, $"{path.TrimStart('$', '.')}: {what}");
    }

    private static YamlProblem Problem(int document, YamlNode node, string reason) =>
        new(document, (int)node.Start.Line, (int)node.Start.Column, reason);

    private static string? Text(YamlMappingNode mapping, string key) =>
        YamlPath.Child(mapping, key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;
}
