namespace Conduit.Kubernetes.Client;

/// <summary>What to watch, from when, and for how long.</summary>
/// <param name="Objects">Which objects; a page size means nothing here.</param>
/// <param name="ResourceVersion">The version of the list that the changes follow.</param>
/// <param name="Timeout">After this time the API server ends the watch; whole seconds.</param>
public sealed record WatchScope(ListScope Objects, string ResourceVersion, TimeSpan Timeout);
