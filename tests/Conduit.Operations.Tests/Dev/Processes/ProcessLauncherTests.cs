using System.Collections.Concurrent;
using Conduit.Operations.Dev.Processes;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Dev.Processes;

public sealed class ProcessLauncherTests
{
    [UnixTheory]
    [InlineData(true, new[] { "alive" })]
    [InlineData(false, new string[0])]
    public async Task An_interrupt_ends_a_process_unless_its_owner_lives_on(bool ignores, string[] said)
    {
        var lines = new ConcurrentQueue<string>();
        var spec = new ProcessSpec { Program = "/bin/sh", Arguments = ["-c", "kill -INT $$; echo alive"], Folder = Path.GetTempPath() };

        var process = new ProcessLauncher { IgnoresInterrupts = ignores }.Start(spec, lines.Enqueue);
        await Eventually.Ends(process.Exited);

        Assert.Equal(said, lines);
    }
}
