using System.Collections.Immutable;

namespace Conduit.Kubernetes.Client;

/// <summary>Objects as they were at one moment.</summary>
/// <param name="Items">In the API server's order: by namespace, then name.</param>
/// <param name="ResourceVersion">The moment, for a watch to go on from.</param>
public sealed record KubernetesList<T>(ImmutableArray<T> Items, string ResourceVersion);
