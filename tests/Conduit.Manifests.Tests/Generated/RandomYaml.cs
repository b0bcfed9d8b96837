using System.Text.Json.Nodes;

namespace Conduit.Manifests.Tests.Generated;

/// <summary>Writes documents in a style that chance chooses anew at every turn: block or flow, indentation, comments, quotes, line ends.</summary>
internal sealed class RandomYaml(Random random)
{
    private static readonly string[] Comments = ["# a comment", "#", "# key: value", "# - item", "#\ttab {[", "# \"quote", "# ünï 😀"];

    private readonly List<string> _lines = [];

    public string Write(IEnumerable<JsonNode?> documents)
    {
        Noise(0, likely: 0.2);

        foreach (var document in documents)
        {
            Separator();
            Document(document);
        }

        if (Chance(0.1))
        {
            _lines.Add("...");
        }

        Noise(0, likely: 0.2);
        var newLine = Chance(0.3) ? "\r\n" : Chance(0.05) ? "\r" : "\n";
        var text = string.Join(newLine, _lines) + (Chance(0.7) ? newLine : "");
        return Chance(0.1) ? "\uFEFF" + text : text;
    }

    private void Separator()
    {
        if (_lines.Any(line => line.Length > 0 && !line.StartsWith('#')) || Chance(0.5))
        {
            _lines.Add("---" + TrailingComment());
        }
    }

    private void Document(JsonNode? document)
    {
        Noise(0, likely: 0.2);

        if (document is null)
        {
            return;
        }

        if (Chance(0.15))
        {
            _lines.Add(Flow(document, 0, Chance(0.5)));
        }
        else
        {
            Map(document.AsObject(), 0, first: "");
        }
    }

    /// <summary>Writes a block mapping; its first key goes behind <paramref name="first"/>, such as a dash.</summary>
    private void Map(JsonObject map, int indent, string first)
    {
        var prefix = first.Length > 0 ? first : Spaces(indent);

        foreach (var (key, value) in map.ToArray().OrderBy(_ => random.Next()))
        {
            if (prefix != first)
            {
                Noise(Chance(0.8) ? indent : random.Next(indent + 1), likely: 0.12);
            }

            Entry(prefix + Key(key) + (Chance(0.05) ? " :" : ":"), value, indent);
            prefix = Spaces(indent);
        }
    }

    private void Entry(string head, JsonNode? value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map when Chance(0.85):
                _lines.Add(head + TrailingComment());
                Noise(indent + 1, likely: 0.1);
                Map(map, indent + Step(), first: "");
                break;
            case JsonArray { Count: > 0 } list when Chance(0.85):
                _lines.Add(head + TrailingComment());
                Noise(indent + 1, likely: 0.1);
                Sequence(list, indent + random.Next(4));
                break;
            case JsonValue scalar when scalar.ToString().Contains('\n', StringComparison.Ordinal):
                Block(head, scalar.ToString(), indent);
                break;
            case null:
                _lines.Add(head + Pick("", " ", " null", " ~", "   Null") + TrailingComment());
                break;
            case JsonObject { Count: 0 } or JsonArray { Count: 0 } when Chance(0.2):
                _lines.Add(head + TrailingComment());
                _lines.Add(Spaces(indent + Step()) + Flow(value, indent, json: false) + TrailingComment());
                break;
            default:
                _lines.Add(head + Pick(" ", "  ", "\t") + Flow(value, indent + 1, json: false) + TrailingComment());
                break;
        }
    }

    private void Sequence(JsonArray list, int indent)
    {
        foreach (var item in list)
        {
            Noise(Chance(0.8) ? indent : random.Next(indent + 1), likely: 0.12);

            if (item is JsonObject { Count: > 0 } map && Chance(0.85))
            {
                if (Chance(0.1))
                {
                    _lines.Add(Spaces(indent) + "-" + TrailingComment());
                    Map(map, indent + Step(), first: "");
                }
                else
                {
                    var gap = random.Next(1, 4);
                    Map(map, indent + 1 + gap, Spaces(indent) + "-" + Spaces(gap));
                }
            }
            else if (item is JsonValue scalar && scalar.ToString().Contains('\n', StringComparison.Ordinal))
            {
                Block(Spaces(indent) + "-", scalar.ToString(), indent);
            }
            else
            {
                _lines.Add(Spaces(indent) + "- " + Flow(item, indent + 1, json: false) + TrailingComment());
            }
        }
    }

    private void Block(string head, string text, int indent)
    {
        var kept = text.EndsWith("\n\n", StringComparison.Ordinal);
        _lines.Add(head + Pick(" |", " >") + (kept ? "+" : text.EndsWith('\n') ? "" : "-") + TrailingComment());
        var step = Step();
        _lines.AddRange(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "" : Spaces(indent + step) + line));

        if (kept)
        {
            _lines.AddRange(["", ""]);
        }
    }

    private string Flow(JsonNode? node, int indent, bool json)
    {
        var gap = Chance(0.3) ? "\n" + Spaces(indent + Step()) : Pick("", " ");
        var comma = "," + (gap.Length == 0 ? " " : gap);
        var last = !json && Chance(0.1) ? "," : "";

        return node switch
        {
            JsonObject { Count: 0 } => Pick("{}", "{ }"),
            JsonArray { Count: 0 } => Pick("[]", "[ ]"),
            JsonObject map => $"{{{gap}{string.Join(comma, map.Select(field => FlowEntry(field.Key, field.Value, indent + 2, json)))}{last}{gap}}}",
            JsonArray list => $"[{gap}{string.Join(comma, list.Select(item => Flow(item, indent + 2, json)))}{last}{gap}]",
            null => json ? "null" : Pick("null", "~"),
            _ => Scalar(node.AsValue(), json),
        };
    }

    private string FlowEntry(string key, JsonNode? value, int indent, bool json) => json
        ? $"\"{key}\"{Pick(":", ": ")}{Flow(value, indent, json)}"
        : value is null && Chance(0.3) ? Key(key) + ": " : $"{Key(key)}: {Flow(value, indent, json)}";

    private string Key(string key) => Chance(0.1) ? $"\"{key}\"" : Chance(0.1) ? $"'{key}'" : key;

    private string Scalar(JsonValue value, bool json)
    {
        var text = value.ToString();
        var isString = value.GetValueKind() == System.Text.Json.JsonValueKind.String;
        var quoted = System.Text.Json.JsonSerializer.Serialize(text);
        var isSimple = text.Length > 0 && text.All(char.IsAsciiLetter) && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off");
        return !isString ? text.ToLowerInvariant() : json || !isSimple || Chance(0.3) ? quoted : text;
    }

    private void Noise(int indent, double likely)
    {
        while (Chance(likely))
        {
            _lines.Add(Chance(0.3) ? Pick("", "  ") : Spaces(indent) + Pick(Comments));
        }
    }

    private string TrailingComment() => Chance(0.12) ? Pick(" ", "\t", "   ") + Pick(Comments) : "";

    private int Step() => Chance(0.7) ? 2 : random.Next(1, 6);

    private bool Chance(double likely) => random.NextDouble() < likely;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Spaces(int count) => new(' ', count);
}
