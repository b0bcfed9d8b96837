namespace Conduit.Manifests;

/// <summary>One object of a cluster.</summary>
/// <param name="ApiVersion">Such as <c>apps/v1</c>.</param>
/// <param name="Kind">Such as <c>Deployment</c>.</param>
/// <param name="Namespace">Null for what belongs to the whole cluster.</param>
/// <param name="Name">Its name.</param>
public sealed record ObjectReference(string ApiVersion, string Kind, string? Namespace, string Name)
{
    public override string ToString() => $"{Kind} {Name}";
}
