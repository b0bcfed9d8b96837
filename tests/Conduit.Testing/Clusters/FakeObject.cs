using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Conduit.Testing.Clusters;

/// <summary>Objects and paths as an API server has them.</summary>
internal static partial class FakeObject
{
    public static string Complete(string path, string json)
    {
        var (space, _, name) = Parts(path);
        var node = JsonNode.Parse(json)!.AsObject();
        var metadata = node["metadata"] as JsonObject ?? [];
        metadata["name"] = name;
        metadata["namespace"] = space;
        node["metadata"] = metadata;
        return node.ToJsonString();
    }

    public static bool IsCollection(string path) => PathForm().IsMatch(path) && Parts(path).Name is null;

    /// <summary>The objects of a collection, in one namespace or, for a path without one, in all.</summary>
    public static IEnumerable<string> In(string path, IEnumerable<KeyValuePair<string, string>> objects)
    {
        var (space, plural, _) = Parts(path);
        return objects
            .Where(found => Parts(found.Key) is var parts && parts.Plural == plural && (space is null || parts.Namespace == space))
            .OrderBy(found => found.Key, StringComparer.Ordinal)
            .Select(found => found.Value);
    }

    public static Task SendListAsync(HttpContext context, IEnumerable<string> items)
    {
        var wanted = context.Request.Query["labelSelector"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var chosen = items.Where(item => wanted.All(condition => Holds(JsonNode.Parse(item)!, condition)));
        return SendAsync(context, $$"""{"kind":"List","metadata":{"resourceVersion":"1"},"items":[{{string.Join(',', chosen)}}]}""");
    }

    public static Task RefuseAsync(HttpContext context, int code, string reason, string message) => SendAsync(
        context, JsonSerializer.Serialize(new { kind = "Status", apiVersion = "v1", status = "Failure", message, reason, code }), code);

    public static Task SendAsync(HttpContext context, string json, int code = 200)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    // A selector's condition: name=value, name, or !name.
    private static bool Holds(JsonNode item, string condition)
    {
        var parts = condition.TrimStart('!').Split('=');
        var value = item["metadata"]?["labels"]?[parts[0]]?.GetValue<string>();
        return condition.StartsWith('!') ? value is null : parts is [_, var wanted] ? value == wanted : value is not null;
    }

    private static (string? Namespace, string? Plural, string? Name) Parts(string path)
    {
        var groups = PathForm().Match(path).Groups;
        return (Text(groups["space"]), Text(groups["plural"]), Text(groups["name"]));
    }

    private static string? Text(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex("^/(api/v1|apis/[^/]+/[^/]+)(/namespaces/(?<space>[^/]+))?/(?<plural>[^/]+)(/(?<name>[^/]+))?$")]
    private static partial Regex PathForm();
}
