using System.Collections.Concurrent;
using Conduit.Operations.Dev.Processes;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Dev.Processes;

public sealed class ProcessLauncherTests
{
    // That an interrupt ends a process otherwise depends on who runs the tests: what a shell starts behind its prompt ignores it.
    [UnixTheory]
    [InlineData("kill -INT $$; echo alive")]
    [InlineData("sh -c 'kill -INT $$; echo alive'")]
    public async Task An_interrupt_ends_no_process_of_an_owner_that_lives_on(string script)
    {
        var lines = new ConcurrentQueue<string>();
        var spec = new ProcessSpec { Program = "/bin/sh", Arguments = ["-c", script], Folder = Path.GetTempPath() };

        var process = new ProcessLauncher { IgnoresInterrupts = true }.Start(spec, lines.Enqueue);
        await Eventually.Ends(process.Exited);
        await Eventually.Holds(() => !lines.IsEmpty);

        Assert.Equal(["alive"], lines);
    }

    // Some of them are gone while they are still being looked at.
    [UnixTheory]
    [InlineData("exit 3")]
    public async Task What_ends_at_once_was_started(string script)
    {
        var spec = new ProcessSpec { Program = "/bin/sh", Arguments = ["-c", script], Folder = Path.GetTempPath() };
        var launcher = new ProcessLauncher();

        for (var round = 0; round < 100; round++)
        {
            Assert.Equal(3, await Eventually.Ends(launcher.Start(spec, _ => { }).Exited));
        }
    }
}
