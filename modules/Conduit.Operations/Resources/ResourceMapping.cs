using Conduit.Model.Resources;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Resources;

/// <summary>Between the words of the API and ours.</summary>
internal static class ResourceMapping
{
    public static Resource ToWire(string space, ResourceKind? kind, string? name) => new()
    {
        Namespace = kind == ResourceKind.Namespace ? "" : space,
        Type = kind is { } known ? ResourceKindNames.Canonical(known) : ResourceTarget.All,
        Name = name ?? "",
    };

    public static Resource ToWire(this ResourceName name) => ToWire(name.Namespace, name.Kind, name.Name);

    /// <summary>Null for a type that this version does not know.</summary>
    public static ResourceName? ToResourceName(this Resource resource) =>
        ResourceKindNames.TryParse(resource.Type, out var kind) ? new ResourceName(resource.Namespace, kind, resource.Name) : null;
}
