using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conduit.Manifests.Tests.Schema;

/// <summary>Validates as an API server does with strict field validation: an unknown field is as wrong as a missing one.</summary>
internal sealed class StrictValidator(KubernetesSchema schema)
{
    private const string ReferencePrefix = "#/definitions/";

    private readonly List<string> _faults = [];

    public static IReadOnlyList<string> Faults(KubernetesSchema schema, JsonObject found)
    {
        if (schema.DefinitionOf(found) is not { } definition)
        {
            return [$"{found["apiVersion"]} {found["kind"]} is no kind of this version"];
        }

        var validator = new StrictValidator(schema);
        validator.Check(found, definition, found["kind"]!.ToString());
        return validator._faults;
    }

    private void Check(JsonNode? value, JsonObject written, string path)
    {
        var definition = Resolve(written);

        if (definition["format"]?.ToString() == "int-or-string" || IsQuantity(written))
        {
            Expect(value?.GetValueKind() is JsonValueKind.Number or JsonValueKind.String, path, "a number or a string");
            return;
        }

        switch (definition["type"]?.ToString())
        {
            case "object" or null when definition["properties"] is JsonObject properties:
                CheckObject(value, definition, properties, path);
                break;
            case "object":
                CheckMap(value, definition, path);
                break;
            case "array":
                CheckArray(value, definition, path);
                break;
            case "string":
                Expect(value?.GetValueKind() == JsonValueKind.String, path, "a string");
                CheckEnum(value, definition, path);
                break;
            case "boolean":
                Expect(value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False, path, "a boolean");
                break;
            case "integer" or "number":
                Expect(value?.GetValueKind() == JsonValueKind.Number, path, "a number");
                break;
        }
    }

    private void CheckObject(JsonNode? value, JsonObject definition, JsonObject properties, string path)
    {
        if (value is not JsonObject fields)
        {
            Expect(false, path, "an object");
            return;
        }

        foreach (var required in definition["required"]?.AsArray() ?? [])
        {
            Expect(fields[required!.ToString()] is not null, $"{path}.{required}", "a value");
        }

        // The API server drops a field that is null.
        foreach (var (key, field) in fields.Where(field => field.Value is not null))
        {
            if (properties[key] is JsonObject property)
            {
                Check(field, property, $"{path}.{key}");
            }
            else
            {
                _faults.Add($"{path}.{key} is unknown");
            }
        }
    }

    private void CheckMap(JsonNode? value, JsonObject definition, string path)
    {
        Expect(value is JsonObject, path, "an object");

        foreach (var (key, field) in value as JsonObject ?? [])
        {
            if (definition["additionalProperties"] is JsonObject property)
            {
                Check(field, property, $"{path}.{key}");
            }
        }
    }

    private void CheckArray(JsonNode? value, JsonObject definition, string path)
    {
        Expect(value is JsonArray, path, "an array");
        var index = 0;

        foreach (var item in value as JsonArray ?? [])
        {
            Check(item, definition["items"]!.AsObject(), $"{path}[{index++}]");
        }
    }

    private void CheckEnum(JsonNode? value, JsonObject definition, string path)
    {
        if (definition["enum"] is JsonArray allowed)
        {
            Expect(allowed.Any(choice => choice!.ToString() == value?.ToString()), path, $"one of {allowed.ToJsonString()}");
        }
    }

    private JsonObject Resolve(JsonObject definition)
    {
        var reference = definition["$ref"];
        return reference is null ? definition : Resolve(schema.Definition(reference.ToString()[ReferencePrefix.Length..]));
    }

    private static bool IsQuantity(JsonObject definition) =>
        definition["$ref"]?.ToString().EndsWith(".resource.Quantity", StringComparison.Ordinal) == true;

    private void Expect(bool holds, string path, string expected)
    {
        if (!holds)
        {
            _faults.Add($"{path} must be {expected}");
        }
    }
}
