using System.Text.Json.Serialization.Metadata;
using Conduit.Kubernetes.Models;

namespace Conduit.Kubernetes.Client;

/// <summary>A collection of the API: where it is served and which type its objects have.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Version">Such as <c>v1</c>.</param>
/// <param name="Plural">Such as <c>pods</c>.</param>
/// <param name="TypeInfo">How its objects are read and written.</param>
public sealed record KubernetesResource<T>(string Group, string Version, string Plural, JsonTypeInfo<T> TypeInfo)
    where T : IKubernetesObject
{
    /// <summary>False for what belongs to the whole cluster; default true.</summary>
    public bool IsNamespaced { get; init; } = true;

    /// <summary>True to be sent names, labels, owners and the like, and nothing else; default false.</summary>
    public bool MetadataOnly { get; init; }

    public override string ToString() => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    internal string CollectionPath(string? namespaceName)
    {
        var root = Group.Length == 0 ? $"api/{Version}" : $"apis/{Group}/{Version}";
        return namespaceName is null || !IsNamespaced ? $"{root}/{Plural}" : $"{root}/namespaces/{Uri.EscapeDataString(namespaceName)}/{Plural}";
    }

    internal string ObjectPath(ObjectName name) => $"{CollectionPath(name.Namespace)}/{Uri.EscapeDataString(name.Name)}";
}
