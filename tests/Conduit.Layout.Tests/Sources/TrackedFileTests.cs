using System.Diagnostics;
using Conduit.Testing.Repository;

namespace Conduit.Layout.Tests.Sources;

public sealed class TrackedFileTests
{
    private static readonly HashSet<string> Texts =
    [
        ".cs", ".csproj", ".props", ".targets", ".sln", ".slnf", ".config", ".json", ".md", ".yml", ".yaml", ".proto", ".ts", ".tsx", ".js", ".html", ".css", ".sh", ".txt", "",
    ];

    [Fact]
    public void No_tracked_file_names_a_registry_host()
    {
        // Spelled in halves, or this file would find itself.
        string[] hosts = ["api.nuget" + ".org", "registry.npm" + "js.org", "deb.debian" + ".org"];

        Assert.Empty(FilesThatContain(hosts));
    }

    [Fact]
    public void Lock_files_record_no_download_address() =>
        Assert.All(
            Tracked().Where(path => Path.GetFileName(path) == "package-lock.json"),
            path => Assert.DoesNotContain("\"resolved\": \"http", File.ReadAllText(RepositoryFiles.At(path)), StringComparison.Ordinal));

    private static IEnumerable<string> FilesThatContain(string[] words) =>
        from path in Tracked()
        where Texts.Contains(Path.GetExtension(path)) && File.Exists(RepositoryFiles.At(path))
        let text = File.ReadAllText(RepositoryFiles.At(path))
        from word in words
        where text.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{path}: {word}";

    private static string[] Tracked()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"])
        {
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardOutput = true,
        })!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return listed.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
