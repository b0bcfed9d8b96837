namespace Conduit.Init.Tests.Namespaces;

/// <summary>A test that makes network namespaces of its own; skipped, with the reason, where it may not or cannot.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamespaceTheoryAttribute : TheoryAttribute
{
    private static readonly string[] Programs = ["ip", "iptables-nft", "ip6tables-nft", "iptables-legacy", "ip6tables-legacy"];

    public NamespaceTheoryAttribute() => Skip = Obstacle();

    private static string? Obstacle()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Network namespaces are Linux's.";
        }

        if (!Environment.IsPrivilegedProcess)
        {
            return "Making a network namespace needs root.";
        }

        return Programs.FirstOrDefault(program => !IsInstalled(program)) is { } missing ? $"{missing} is not installed."
            : NetworkNamespace.IsPermitted() ? null
            : "Making a network namespace is not permitted here.";
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
