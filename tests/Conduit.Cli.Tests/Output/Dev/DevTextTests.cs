using Conduit.Cli.Output;
using Conduit.Cli.Output.Dev;
using Conduit.Operations.Dev.Events;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Output.Dev;

public sealed class DevTextTests
{
    [Fact]
    public void A_mesh_tells_its_life_in_lines()
    {
        var text = new DevText(Palette.Plain);
        DevEvent[] life =
        [
            new DevWarning("init container setup of deployment web is not run in a dev mesh"),
            new DevBuilding("make all"),
            new DevStarting(9),
            new DevProgress(3, 9),
            new DevReady(DevMeshes.Shop()),
            new DevProcessExited("shop/web-1", "main", "exited with 137", TimeSpan.FromSeconds(0.5), ["listening", new string('x', 200)]),
            new DevProcessRecovered("shop/web-1", "main"),
            new DevProcessExited(Pod: null, "controller", "exited with 1", TimeSpan.FromSeconds(30), []),
            new DevProcessExited("shop/job-1", "main", "exited with 0", RestartIn: null, []),
            new DevStopping(),
            new DevStopped(),
        ];

        Snapshot.Match(string.Concat(life.Select(text.Of)));
    }
}
