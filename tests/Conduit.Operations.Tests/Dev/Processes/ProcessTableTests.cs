using System.Diagnostics;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Tests.Dev.Processes;

public sealed class ProcessTableTests
{
    [Fact]
    public void This_process_runs() => Assert.True(ProcessTable.IsRunning(ProcessTable.Current()));

    [Fact]
    public async Task A_process_that_ended_does_not()
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        var identity = ProcessTable.Find(child.Id);
        await child.WaitForExitAsync();

        Assert.False(identity is not null && ProcessTable.IsRunning(identity));
    }
}
