using System.Diagnostics;
using Conduit.Integration.Tests.Dev;
using Conduit.Testing.Dev;
using Conduit.Testing.Processes;
using Conduit.Testing.Repository;

namespace Conduit.Integration.Tests.Readme;

/// <summary>README's lines, pasted into a shell while the mesh runs that its first line starts.</summary>
[Collection(DevMeshes.Name)]
public sealed class ReadmeTests(EmojivotoMesh mesh) : IClassFixture<EmojivotoMesh>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string[] Lines =
    [
        .. ReadmeBlock.All().Where(block => block is { Language: "sh", Tag: "local" })
            .SelectMany(block => block.Lines)
            .Where(line => line.StartsWith("conduit ", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> LocalLines() => [.. Lines];

    [Fact]
    public void Every_block_says_where_it_can_be_pasted() =>
        Assert.All(ReadmeBlock.All(), block => Assert.Contains(block.Tag, new[] { "local", "cluster", "published" }));

    [Fact]
    public void The_mesh_of_these_tests_is_the_one_that_README_starts() =>
        Assert.Contains("dotnet run --project tools/Conduit.Cli -- dev up", ReadmeBlock.All().SelectMany(block => block.Lines));

    [BashTheory]
    [MemberData(nameof(LocalLines))]
    public async Task A_line_works_as_it_stands(string line)
    {
        var folder = Directory.CreateTempSubdirectory("conduit-readme-");

        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "samples"), RepositoryFiles.At("samples"));
            await using var shell = new RunningProgram(Shell(line, folder.FullName));
            var result = await shell.EndAsync(Limit);

            Assert.True(result.ExitCode == 0, $"{line}: {result}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Lines may need files that lines before them write. What a reader ends with Ctrl+C ends here like that.
    private ProcessStartInfo Shell(string line, string folder)
    {
        var before = Lines.TakeWhile(other => other != line).Where(other => other.Contains('>', StringComparison.Ordinal));
        var script = string.Join('\n', before.Append(line).Prepend($"set -e; conduit() {{ timeout --preserve-status -s INT 25 dotnet '{ConduitProgram.Assembly}' \"$@\"; }}"));
        var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = folder };
        start.Environment["CONDUIT_STATE_DIR"] = mesh.StateFolder;
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
