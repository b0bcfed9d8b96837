using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conduit.Manifests.Injection;

/// <summary>
/// What stood where inject had to put a parent: by the parent's key, the text from after its colon to the value's end, or null where not even the key
/// stood. Kept as JSON in an annotation, because a pod's own text cannot tell <c>labels: {}</c> from no labels.
/// </summary>
internal sealed class ReplacedParents
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    public bool IsEmpty => _texts.Count == 0;

    public void Add(string key, string? text) => _texts[key] = text;

    public bool TryGet(string key, out string? text) => _texts.TryGetValue(key, out text);

    public static ReplacedParents Parse(string? json)
    {
        var parents = new ReplacedParents();

        try
        {
            using var document = JsonDocument.Parse(json ?? "{}");

            foreach (var parent in document.RootElement.EnumerateObject())
            {
                parents.Add(parent.Name, parent.Value.GetString());
            }
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            // Someone edited the annotation; what it told is lost and empty parents stay behind as {} or [].
            return new ReplacedParents();
        }

        return parents;
    }

    public string ToJson()
    {
        using var buffer = new MemoryStream();

        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            writer.WriteStartObject();

            foreach (var (key, text) in _texts)
            {
                writer.WriteString(key, text);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
