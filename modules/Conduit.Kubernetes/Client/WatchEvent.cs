namespace Conduit.Kubernetes.Client;

/// <summary>A change of an object, which is shown as it is after the change, or was before its deletion.</summary>
public sealed record WatchEvent<T>(WatchEventType Type, T Value);
