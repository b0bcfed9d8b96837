namespace Conduit.Kubernetes.Tests.Credentials;

/// <summary>A test whose plugin is a shell script.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute() => Skip = Obstacle();

    public static string? Obstacle() => File.Exists("/bin/sh") ? null : "There is no /bin/sh here.";
}
