using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conduit.Manifests.Injection;

/// <summary>
/// What stood where inject had to put a parent, by the parent's key; null where not even the key stood. Kept as JSON in an annotation (in flow style
/// an array of text and key), because a pod's own text cannot tell <c>labels: {}</c> from no labels.
/// </summary>
internal sealed class ReplacedParents
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, ReplacedValue?> _values = new(StringComparer.Ordinal);

    public bool IsEmpty => _values.Count == 0;

    public void Add(string key, ReplacedValue? value) => _values[key] = value;

    public bool TryGet(string key, out ReplacedValue? value) => _values.TryGetValue(key, out value);

    public static ReplacedParents Parse(string? json)
    {
        var parents = new ReplacedParents();

        try
        {
            using var document = JsonDocument.Parse(json ?? "{}");

            foreach (var parent in document.RootElement.EnumerateObject())
            {
                parents.Add(parent.Name, Read(parent.Value));
            }
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or IndexOutOfRangeException)
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

            foreach (var (key, value) in _values)
            {
                writer.WritePropertyName(key);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static ReplacedValue? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => new ReplacedValue(value[0].GetString()!, value[1].GetString()),
        _ => new ReplacedValue(value.GetString()!, FlowKey: null),
    };

    private static void Write(Utf8JsonWriter writer, ReplacedValue? value)
    {
        if (value is { FlowKey: { } key })
        {
            writer.WriteStartArray();
            writer.WriteStringValue(value.Text);
            writer.WriteStringValue(key);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStringValue(value?.Text);
        }
    }
}
