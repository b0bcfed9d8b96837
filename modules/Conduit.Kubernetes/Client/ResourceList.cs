using System.Text.Json;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Client;

/// <summary>A page as it comes, whatever its kind.</summary>
internal sealed record ResourceList
{
    public V1ListMeta? Metadata { get; init; }

    public IReadOnlyList<JsonElement>? Items { get; init; }
}
