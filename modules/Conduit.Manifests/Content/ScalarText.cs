using System.Buffers;
using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Content;

/// <summary>How a string is written so that every YAML and JSON reader takes it for that string.</summary>
internal static class ScalarText
{
    private static readonly SearchValues<char> PlainStart = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/_");

    private static readonly SearchValues<char> PlainBody =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-.,:=+@ ");

    // YAML 1.1, which Kubernetes reads, takes these for booleans and null.
    private static readonly FrozenSet<string> Reserved =
        new[] { "y", "n", "yes", "no", "on", "off", "true", "false", "null" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Block(string text) => IsPlain(text) ? text
        : text.AsSpan().ContainsAny('"', '\\') ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : $"\"{text}\"";

    /// <summary>Always double-quoted, so that it fits JSON too.</summary>
    public static string Flow(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    // Quoted, << would be an ordinary key.
    public static string FlowKey(string key) => key == YamlEntry.MergeKey ? key : Flow(key);

    public static string BlockKey(string key) => key == YamlEntry.MergeKey ? key : Block(key);

    private static bool IsPlain(string text)
    {
        var body = text.StartsWith("--", StringComparison.Ordinal) ? text.AsSpan(2) : text;
        return body.Length > 0
            && PlainStart.Contains(body[0])
            && !body.ContainsAnyExcept(PlainBody)
            && !body.Contains(": ", StringComparison.Ordinal)
            && body[^1] is not (':' or ' ')
            && !Reserved.Contains(text);
    }
}
