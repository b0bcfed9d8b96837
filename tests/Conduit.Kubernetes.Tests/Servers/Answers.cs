using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Conduit.Kubernetes.Tests.Servers;

/// <summary>Answers as an API server writes them.</summary>
internal static class Answers
{
    public static Task JsonAsync(this HttpContext context, string json, int code = 200)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    public static Task StatusAsync(this HttpContext context, int code, string reason, string message) =>
        context.JsonAsync(Status(code, reason, message), code);

    public static string Status(int code, string reason, string message) =>
        JsonSerializer.Serialize(new { kind = "Status", apiVersion = "v1", status = "Failure", message, reason, code });

    /// <summary>Sends lines one by one, and then waits until the client is gone or <paramref name="ends"/> says that it is over.</summary>
    public static async Task WatchAsync(this HttpContext context, bool ends, params string[] lines)
    {
        foreach (var line in lines)
        {
            await context.SendLineAsync(line);
        }

        if (!ends)
        {
            await UntilGoneAsync(context);
        }
    }

    public static async Task SendLineAsync(this HttpContext context, string line)
    {
        await context.Response.WriteAsync(line + "\n");
        await context.Response.Body.FlushAsync();
    }

    /// <summary>Answers nothing until the client gives up.</summary>
    public static Task UntilGoneAsync(this HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    public static string Pod(string name, int version) =>
        $$"""{"metadata":{"name":"{{name}}","namespace":"shop","resourceVersion":"{{version}}"},"status":{"phase":"Running"} }""";

    public static string Event(string type, string value) => $$"""{"type":"{{type}}","object":{{value}} }""";

    public static string List(int version, string next, params string[] items) =>
        $$"""{"kind":"List","metadata":{"resourceVersion":"{{version}}","continue":"{{next}}"},"items":[{{string.Join(',', items)}}]}""";
}
