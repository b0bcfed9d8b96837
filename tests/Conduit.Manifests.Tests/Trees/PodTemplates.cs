using System.Text.Json.Nodes;

namespace Conduit.Manifests.Tests.Trees;

/// <summary>The pod templates of parsed documents, found without help of the code under test.</summary>
internal static class PodTemplates
{
    public static IEnumerable<JsonObject> In(JsonNode? node) => node switch
    {
        JsonObject { } map when map["kind"]?.ToString() == "List" => map["items"]!.AsArray().SelectMany(In),
        JsonObject { } map => map["kind"]?.ToString() switch
        {
            "Pod" => [map],
            "CronJob" => Template(map["spec"]?["jobTemplate"]),
            "Deployment" or "ReplicaSet" or "ReplicationController" or "StatefulSet" or "DaemonSet" or "Job" => Template(map),
            _ => [],
        },
        _ => [],
    };

    /// <summary>Takes away what inject adds, by name, and parents that are empty then.</summary>
    public static void Strip(JsonObject template)
    {
        RemoveFields(template, "annotations", key => key is "conduit.io/created-by" or "conduit.io/proxy-version" or "conduit.io/replaced");
        RemoveFields(template, "labels", key => key == "conduit.io/control-plane-ns" || key.StartsWith("conduit.io/proxy-", StringComparison.Ordinal));
        RemoveContainers(template, "initContainers");
        RemoveContainers(template, "containers");
        Prune(template, "metadata");
    }

    private static IEnumerable<JsonObject> Template(JsonNode? owner) => owner?["spec"]?["template"] is JsonObject template ? [template] : [];

    private static void RemoveFields(JsonObject template, string parent, Func<string, bool> isOurs)
    {
        if (template["metadata"] is not JsonObject metadata)
        {
            return;
        }

        if (metadata[parent] is JsonObject fields)
        {
            foreach (var key in fields.Select(field => field.Key).Where(isOurs).ToArray())
            {
                fields.Remove(key);
            }
        }

        Prune(metadata, parent);
    }

    private static void RemoveContainers(JsonObject template, string parent)
    {
        if (template["spec"] is not JsonObject spec)
        {
            return;
        }

        if (spec[parent] is JsonArray list)
        {
            foreach (var container in list.Where(container => container?["name"]?.ToString() is "conduit-proxy" or "conduit-init").ToArray())
            {
                list.Remove(container);
            }
        }

        Prune(spec, parent);
    }

    // The API server keeps no empty collections, so neither counts as a difference.
    private static void Prune(JsonObject parent, string key)
    {
        if (parent[key] is null or JsonObject { Count: 0 } or JsonArray { Count: 0 })
        {
            parent.Remove(key);
        }
    }
}
