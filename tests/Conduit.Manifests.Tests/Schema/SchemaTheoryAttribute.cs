namespace Conduit.Manifests.Tests.Schema;

/// <summary>A theory that needs the description of Kubernetes' kinds; skipped, saying so, where that is absent.</summary>
public sealed class SchemaTheoryAttribute : TheoryAttribute
{
    public SchemaTheoryAttribute() => Skip = KubernetesSchema.Absence;
}
