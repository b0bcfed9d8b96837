using System.Text.Json.Nodes;
using Conduit.Testing.Repository;

namespace Conduit.Manifests.Tests.Schema;

/// <summary>The description of Kubernetes' kinds that an API server publishes; not part of this repository.</summary>
internal sealed class KubernetesSchema
{
    private const string FileName = "kubernetes-1.36.json";
    private readonly JsonObject _definitions;

    private readonly Dictionary<string, JsonObject> _kinds = [];

    private KubernetesSchema(JsonObject definitions)
    {
        _definitions = definitions;

        foreach (var (_, definition) in definitions)
        {
            foreach (var kind in definition!["x-kubernetes-group-version-kind"]?.AsArray() ?? [])
            {
                _kinds[$"{kind!["group"]}/{kind["version"]}/{kind["kind"]}"] = definition.AsObject();
            }
        }
    }

    /// <summary>Why no test can use it; null when it is there.</summary>
    public static string? Absence => File.Exists(FilePath) ? null : $"There is no {FilePath}; set CONDUIT_SCHEMAS to the folder that has {FileName}.";

    private static string FilePath { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("CONDUIT_SCHEMAS") is { Length: > 0 } named
            ? Path.GetFullPath(named, RepositoryFiles.Root)
            : RepositoryFiles.At("..", "shared", "schemas"),
        FileName);

    public static KubernetesSchema Read() => new(JsonNode.Parse(File.ReadAllText(FilePath))!["definitions"]!.AsObject());

    public JsonObject Definition(string name) => _definitions[name]!.AsObject();

    /// <summary>The definition of an object's kind; null when the file does not have that kind.</summary>
    public JsonObject? DefinitionOf(JsonObject found)
    {
        var version = found["apiVersion"]?.ToString() ?? "";
        return _kinds.GetValueOrDefault($"{(version.Contains('/', StringComparison.Ordinal) ? version : "/" + version)}/{found["kind"]}");
    }
}
