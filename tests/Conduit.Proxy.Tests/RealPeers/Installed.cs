namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>Which programs this machine has.</summary>
internal static class Installed
{
    private const string Folders = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";

    /// <summary>Why a test that needs root cannot run; null if it can.</summary>
    public static string? WhyNotRoot => Environment.IsPrivilegedProcess ? null : "Needs root.";

    /// <summary>Why a test that needs them cannot run; null if it can.</summary>
    public static string? WhatIsMissing(string[] programs)
    {
        var missing = programs.Where(program => !Folders.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)))).ToArray();
        return missing.Length == 0 ? null : $"Not installed: {string.Join(", ", missing)}.";
    }
}
