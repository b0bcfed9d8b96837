using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conduit.Manifests.Tests.Trees;

/// <summary>What the API server and <c>kubectl get -o</c> do to a manifest's text: comments and order are lost, null and empty maps vanish.</summary>
internal static class ApiServer
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ReserialiseAsJson(string text) => new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "List",
        ["items"] = new JsonArray([.. Stored(text)]),
    }.ToJsonString(Indented);

    public static string ReserialiseAsYaml(string text)
    {
        var output = new StringWriter();
        var emitter = new Emitter(output);
        emitter.Emit(new StreamStart());

        foreach (var document in Stored(text))
        {
            emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: false));
            Emit(emitter, document);
            emitter.Emit(new DocumentEnd(isImplicit: true));
        }

        emitter.Emit(new StreamEnd());
        return output.ToString();
    }

    /// <summary>The objects in a text as the API server would have them.</summary>
    public static string Canonical(string text) => new JsonArray([.. Stored(text)]).ToJsonString();

    private static IEnumerable<JsonNode?> Stored(string text) => YamlTree.Parse(text).SelectMany(Items).Select(Store);

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node is null ? []
        : node["kind"]?.ToString() == "List" ? node["items"]!.AsArray().SelectMany(Items)
        : [node];

    private static JsonNode? Store(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, Store(field.Value)))
            .Where(field => field.Value is not (null or JsonObject { Count: 0 } or JsonArray { Count: 0 }))),
        JsonArray list => new JsonArray([.. list.Select(Store)]),
        _ => node?.DeepClone(),
    };

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                emitter.Emit(new MappingStart());

                foreach (var (key, value) in map)
                {
                    Emit(emitter, key);
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(new SequenceStart(default, default, isImplicit: true, SequenceStyle.Block));

                foreach (var item in list)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            default:
                var isText = node?.GetValueKind() == JsonValueKind.String;
                var style = isText ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain;
                emitter.Emit(new Scalar(default, default, node?.ToString() ?? "null", style, true, true));
                break;
        }
    }
}
