namespace Conduit.Manifests.Tests.Schema;

/// <summary>A fact that needs the description of Kubernetes' kinds; skipped, saying so, where that is absent.</summary>
public sealed class SchemaFactAttribute : FactAttribute
{
    public SchemaFactAttribute() => Skip = KubernetesSchema.Absence;
}
