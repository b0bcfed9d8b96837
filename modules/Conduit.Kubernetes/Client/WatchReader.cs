using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Serialization;

namespace Conduit.Kubernetes.Client;

/// <summary>Reads the lines of a watch.</summary>
internal sealed class WatchReader<T>(ApiConnection connection, JsonTypeInfo<T> type)
{
    private const string Error = "ERROR";

    public async IAsyncEnumerable<WatchEvent<T>> ReadAsync(Stream lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var frames = JsonSerializer.DeserializeAsyncEnumerable(lines, KubernetesJson.Default.WatchFrame, topLevelValues: true, cancellationToken);
        await using var enumerator = frames.GetAsyncEnumerator(cancellationToken);

        while (await NextAsync(enumerator, cancellationToken) is { } change)
        {
            yield return change;
        }
    }

    /// <summary>A bookmark such as the API server sends.</summary>
    public WatchEvent<T> Bookmark(string resourceVersion)
    {
        var value = new KubernetesObject { Metadata = new V1ObjectMeta { ResourceVersion = resourceVersion } };
        return new WatchEvent<T>(WatchEventType.Bookmark, JsonSerializer.SerializeToElement(value, KubernetesJson.Default.KubernetesObject).Deserialize(type)!);
    }

    private async Task<WatchEvent<T>?> NextAsync(IAsyncEnumerator<WatchFrame?> frames, CancellationToken cancellationToken)
    {
        try
        {
            return await frames.MoveNextAsync() ? Read(frames.Current!) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException && !cancellationToken.IsCancellationRequested)
        {
            throw connection.Explain(failure);
        }
    }

    private WatchEvent<T>? Read(WatchFrame frame) => frame.Type is Error
        ? throw connection.Explain(frame.Object.Deserialize(KubernetesJson.Default.V1Status)!)
        : new WatchEvent<T>(TypeOf(frame.Type), frame.Object.Deserialize(type)!);

    private static WatchEventType TypeOf(string? type) => type switch
    {
        "ADDED" => WatchEventType.Added,
        "MODIFIED" => WatchEventType.Modified,
        "DELETED" => WatchEventType.Deleted,
        "BOOKMARK" => WatchEventType.Bookmark,
        _ => throw new JsonException($"'{type}' is no type of a watch event"),
    };
}
