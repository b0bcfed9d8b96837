namespace Conduit.Proxy.Tests.RealServers;

/// <summary>A fact about a real program; skipped, and saying so, where that is not installed.</summary>
internal sealed class InstalledFactAttribute : FactAttribute
{
    private const string Folders = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";

    public InstalledFactAttribute(params string[] programs)
    {
        var missing = programs.Where(program => !Folders.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)))).ToArray();

        if (missing.Length > 0)
        {
            Skip = $"Not installed: {string.Join(", ", missing)}.";
        }
    }
}
