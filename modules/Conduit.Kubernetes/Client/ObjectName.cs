using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Client;

/// <summary>An object's name within its kind. <paramref name="Namespace"/> is null for what has none.</summary>
public readonly record struct ObjectName(string? Namespace, string Name)
{
    public static ObjectName Of(IKubernetesObject value) => new(value.Metadata?.NamespaceProperty, value.Metadata?.Name ?? "");

    public override string ToString() => Namespace is null ? Name : $"{Namespace}/{Name}";
}
