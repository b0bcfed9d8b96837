namespace Conduit.Model.Resources;

/// <summary>One resource. A namespace's own resource has an empty <paramref name="Namespace"/>.</summary>
public readonly record struct ResourceName(string Namespace, ResourceKind Kind, string Name)
{
    public override string ToString() => Namespace.Length == 0
        ? $"{ResourceKindNames.Canonical(Kind)}/{Name}"
        : $"{ResourceKindNames.Canonical(Kind)}/{Name}.{Namespace}";
}
