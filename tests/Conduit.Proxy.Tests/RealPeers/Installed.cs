namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>Which programs this machine has.</summary>
internal static class Installed
{
    private static readonly string[] Folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", .. FoldersOfPostgres()];

    /// <summary>Why a test that needs root cannot run; null if it can.</summary>
    public static string? WhyNotRoot => Environment.IsPrivilegedProcess ? null : "Needs root.";

    /// <summary>Where a program is; null where it is not installed.</summary>
    public static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Why a test that needs them cannot run; null if it can.</summary>
    public static string? WhatIsMissing(string[] programs)
    {
        var missing = programs.Where(program => Find(program) is null).ToArray();
        return missing.Length == 0 ? null : $"Not installed: {string.Join(", ", missing)}.";
    }

    // Debian keeps its servers apart by version, and out of the path.
    private static IEnumerable<string> FoldersOfPostgres() =>
        Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [];
}
