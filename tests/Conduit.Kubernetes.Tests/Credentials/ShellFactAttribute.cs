namespace Conduit.Kubernetes.Tests.Credentials;

/// <inheritdoc cref="ShellTheoryAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = ShellTheoryAttribute.Obstacle();
}
