using System.Text;
using Conduit.Kubernetes.Models;

namespace Conduit.Operations.Dev.Planning;

/// <summary>What the manifest's config maps and secrets hold, as text.</summary>
internal sealed class ConfigTable(IReadOnlyList<DevObject> objects)
{
    /// <summary>Null when the manifest has no such config map.</summary>
    public IReadOnlyDictionary<string, string>? ConfigMap(string space, string? name) =>
        Find<V1ConfigMap>(space, name) is { } map ? map.Data ?? new Dictionary<string, string>() : null;

    /// <summary>Null when the manifest has no such secret.</summary>
    public IReadOnlyDictionary<string, string>? Secret(string space, string? name)
    {
        if (Find<V1Secret>(space, name) is not { } secret)
        {
            return null;
        }

        var values = new Dictionary<string, string>(secret.StringData ?? new Dictionary<string, string>());

        foreach (var (key, value) in secret.Data ?? new Dictionary<string, byte[]>())
        {
            values.TryAdd(key, Encoding.UTF8.GetString(value));
        }

        return values;
    }

    private T? Find<T>(string space, string? name)
        where T : class => objects.FirstOrDefault(item => item.Value is T && item.Namespace == space && item.Name == name)?.Value as T;
}
