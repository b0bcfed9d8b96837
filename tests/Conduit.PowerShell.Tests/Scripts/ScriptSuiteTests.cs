using System.Diagnostics;
using Conduit.PowerShell.Cmdlets;
using Conduit.Testing.Repository;
using Conduit.Testing.Time;
using Xunit.Abstractions;

namespace Conduit.PowerShell.Tests.Scripts;

public sealed class ScriptSuiteTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Suites() =>
        [.. Directory.EnumerateFiles(RepositoryFiles.At("tests", "powershell"), "*.tests.ps1").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [PowerShellTheory]
    [MemberData(nameof(Suites))]
    public async Task The_module_does_in_an_engine_what_a_suite_says(string suite)
    {
        using var engine = Process.Start(StartInfo(suite))!;
        var text = engine.StandardOutput.ReadToEndAsync();

        try
        {
            await Eventually.Ends(engine.WaitForExitAsync(), Limit, what: suite);
        }
        finally
        {
            engine.Kill(entireProcessTree: true);
        }

        output.WriteLine(await text);
        Assert.True(engine.ExitCode == 0, await text);
    }

    private static ProcessStartInfo StartInfo(string suite)
    {
        var script = RepositoryFiles.At("tests", "powershell", suite);
        var start = new ProcessStartInfo(PowerShellEngine.Path!, ["-NoProfile", "-NonInteractive", "-File", script]) { RedirectStandardOutput = true };
        var bin = Path.GetDirectoryName(typeof(ConduitCmdlet).Assembly.Location)!;
        start.Environment["CONDUIT_MODULE"] = RepositoryFiles.At("artifacts", "modules", Path.GetFileName(bin), "Conduit");
        start.Environment["CONDUIT_CLI"] = Path.Combine(bin, "conduit.dll");
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
