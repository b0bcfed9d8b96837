using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conduit.Cli.Output.Documents;

/// <summary>
/// A JSON tree as block-style YAML. Texts that YAML could read as anything but text are quoted as in JSON, which YAML 1.2 contains.
/// </summary>
internal static partial class YamlText
{
    public static string Of(JsonNode document)
    {
        var text = new StringBuilder();
        WriteNode(text, document, indent: 0);
        return text.ToString();
    }

    private static void WriteNode(StringBuilder text, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonArray { Count: > 0 } array:
                WriteArray(text, array, indent);
                break;
            case JsonObject { Count: > 0 } map:
                WriteObject(text, map, indent, firstIndented: true);
                break;
            default:
                text.Append(Scalar(node)).Append('\n');
                break;
        }
    }

    private static void WriteArray(StringBuilder text, JsonArray array, int indent)
    {
        foreach (var item in array)
        {
            text.Append(' ', indent).Append('-');

            if (item is JsonArray { Count: > 0 })
            {
                text.Append('\n');
                WriteNode(text, item, indent + 2);
                continue;
            }

            text.Append(' ');

            if (item is JsonObject { Count: > 0 } map)
            {
                WriteObject(text, map, indent + 2, firstIndented: false);
            }
            else
            {
                text.Append(Scalar(item)).Append('\n');
            }
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject map, int indent, bool firstIndented)
    {
        var indented = firstIndented;

        foreach (var (key, value) in map)
        {
            text.Append(' ', indented ? indent : 0).Append(Text(key)).Append(':');
            indented = true;

            if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
            {
                text.Append('\n');
                WriteNode(text, value, indent + 2);
            }
            else
            {
                text.Append(' ').Append(Scalar(value)).Append('\n');
            }
        }
    }

    private static string Scalar(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray => "[]",
        JsonObject => "{}",
        _ when node.GetValueKind() == JsonValueKind.String => Text(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    private static string Text(string value) => PlainForm().IsMatch(value) && !ReservedForm().IsMatch(value)
        ? value
        : $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    [GeneratedRegex(@"^[A-Za-z_./][A-Za-z0-9_./-]*$")]
    private static partial Regex PlainForm();

    // What YAML 1.1 or 1.2 reads as a boolean, as nothing or as a number.
    [GeneratedRegex(@"^(?:true|false|yes|no|on|off|y|n|null|\.nan|\.inf|\.[0-9_]+(?:e[0-9]+)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedForm();
}
