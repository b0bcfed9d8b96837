using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Conduit.Testing.Clusters;

internal static class FakeAccessReview
{
    public static async Task RunAsync(HttpContext context, ISet<string> forbidden)
    {
        var asked = (await JsonNode.ParseAsync(context.Request.Body))!["spec"]!["resourceAttributes"]!;
        var isAllowed = !forbidden.Contains($"{asked["verb"]} {asked["resource"]}");
        await FakeObject.SendAsync(context, $$"""{"status":{"allowed":{{(isAllowed ? "true" : "false")}} } }""", code: 201);
    }
}
