using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conduit.Manifests.Tests.Trees;

/// <summary>What a text means, whatever it looks like: every document as JSON, aliases and merge keys resolved as Kubernetes does.</summary>
internal static partial class YamlTree
{
    public static IReadOnlyList<JsonNode?> Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text.TrimStart('\uFEFF')));
        return [.. stream.Documents.Select(document => Convert(document.RootNode))];
    }

    /// <summary>One text per document, equal exactly when the meaning is.</summary>
    public static IEnumerable<string> Canonical(string text) => Parse(text).Select(Canonical);

    public static string Canonical(JsonNode? node) => Sorted(node)?.ToJsonString() ?? "null";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => ConvertMapping(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        _ => ConvertScalar((YamlScalarNode)node),
    };

    private static JsonObject ConvertMapping(YamlMappingNode mapping)
    {
        var fields = new JsonObject();

        foreach (var (key, value) in mapping.Children.Where(child => Key(child.Key) != "<<"))
        {
            fields.Add(Key(key), Convert(value));
        }

        foreach (var merged in mapping.Children.Where(child => Key(child.Key) == "<<").SelectMany(child => Merged(child.Value)))
        {
            foreach (var (key, value) in ConvertMapping(merged))
            {
                fields.TryAdd(key, value?.DeepClone());
            }
        }

        return fields;
    }

    private static IEnumerable<YamlMappingNode> Merged(YamlNode value) => value is YamlSequenceNode several
        ? several.Children.Cast<YamlMappingNode>()
        : [(YamlMappingNode)value];

    private static string Key(YamlNode key) => ((YamlScalarNode)key).Value!;

    private static JsonNode? ConvertScalar(YamlScalarNode scalar)
    {
        var text = scalar.Value!;

        return scalar.Style != ScalarStyle.Plain ? text
            : text is "" or "~" or "null" or "Null" or "NULL" ? null
            : text is "true" or "True" or "false" or "False" or "on" or "off" or "yes" or "no" ? text is "true" or "True" or "on" or "yes"
            : Integer().IsMatch(text) && long.TryParse(text, out var number) ? number
            : Real().IsMatch(text) ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : text;
    }

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Real();
}
