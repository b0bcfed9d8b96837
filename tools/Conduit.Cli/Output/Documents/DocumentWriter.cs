using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conduit.Cli.Output.Documents;

/// <summary>Writes results for machines: the same tree as JSON or as YAML.</summary>
internal static class DocumentWriter
{
    // Not for HTML pages, so what is not ASCII may stay readable.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static void Write(TextWriter output, OutputFormat format, JsonNode document) =>
        output.Write(format == OutputFormat.Yaml ? YamlText.Of(document) : Json(document, indented: true) + "\n");

    /// <summary>One line of a stream of objects.</summary>
    public static void WriteLine(TextWriter output, JsonNode document) => output.Write(Json(document, indented: false) + "\n");

    private static string Json(JsonNode document, bool indented)
    {
        var buffer = new MemoryStream();

        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = Encoder }))
        {
            document.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
