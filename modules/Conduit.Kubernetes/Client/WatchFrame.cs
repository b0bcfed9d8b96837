using System.Text.Json;

namespace Conduit.Kubernetes.Client;

/// <summary>One line of a watch.</summary>
internal sealed record WatchFrame
{
    public string? Type { get; init; }

    public JsonElement Object { get; init; }
}
