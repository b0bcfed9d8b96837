using Conduit.Operations.Dev.Running;

namespace Conduit.Operations.Tests.Dev.Running;

public sealed class ProcessLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-log-").FullName;

    private string LogFile => Path.Combine(_folder, "logs", "web.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void All_lines_are_in_the_file_and_the_last_ones_at_hand()
    {
        using (var log = new ProcessLog(LogFile))
        {
            for (var line = 1; line <= 25; line++)
            {
                log.Append($"line {line}");
            }

            Assert.Equal(Enumerable.Range(6, 20).Select(line => $"line {line}"), log.LastLines);
        }

        Assert.Equal(25, File.ReadLines(LogFile).Count());
    }

    [Fact]
    public void A_new_run_forgets_the_lines_of_the_one_before()
    {
        using var log = new ProcessLog(LogFile);
        log.Append("old");
        log.Begin();
        log.Append("new");

        Assert.Equal(["new"], log.LastLines);
    }

    [Fact]
    public void The_files_stay_below_two_megabytes()
    {
        using var log = new ProcessLog(LogFile);

        for (var line = 0; line < 4000; line++)
        {
            log.Append(new string('x', 1000));
        }

        Assert.InRange(Directory.EnumerateFiles(Path.GetDirectoryName(LogFile)!).Sum(file => new FileInfo(file).Length), 1 << 20, (2 << 20) + 2000);
    }
}
