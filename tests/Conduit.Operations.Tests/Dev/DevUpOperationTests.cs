using System.Diagnostics;
using Conduit.Model.Addresses;
using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;
using Conduit.Operations.Tests.StandIns;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Dev;

public sealed class DevUpOperationTests
{
    [Fact]
    public async Task A_mesh_runs_until_it_is_stopped_and_leaves_nothing()
    {
        await using var mesh = new RunningMesh();
        _ = mesh.Start(StandIn.Command("app"));
        var ready = await mesh.ReadyAsync();

        Assert.True(Assert.Single(ready.Cluster.Pods).Ready);
        Assert.Equal(3, ready.Processes.Count(process => ProcessTable.IsRunning(process.Identity!)));
        await Eventually.Holds(() => mesh.State.Cluster.Services[0].Ports[0].Endpoints[0].Ready);

        await mesh.StopAsync();

        RunningMesh.AssertGone(ready);
        Assert.All(Ports(ready), port => Assert.True(PortPicker.IsFreeOnLoopback(port), $"port {port} is taken"));
        Assert.False(Directory.Exists(Path.GetDirectoryName(mesh.Store.PathOf(mesh.Name))));
        Assert.IsType<DevStopped>(mesh.Events[^1]);
        Assert.DoesNotContain(mesh.Events, happened => happened is DevProcessExited);
    }

    [Theory]
    [InlineData(DevProcessRole.App)]
    [InlineData(DevProcessRole.Proxy)]
    [InlineData(DevProcessRole.Controller)]
    public async Task A_killed_process_comes_back_on_its_ports(DevProcessRole role)
    {
        await using var mesh = new RunningMesh();
        _ = mesh.Start(StandIn.Command("app"));
        var before = Of(await mesh.ReadyAsync(), role);

        Kill(before);
        await Eventually.Holds(() => mesh.Events.OfType<DevProcessRecovered>().Any());
        await Eventually.Holds(() => Of(mesh.State, role).Identity is { } identity && ProcessTable.IsRunning(identity));

        var after = Of(mesh.State, role);
        Assert.Equal(1, after.Restarts);
        Assert.NotEqual(before.Identity, after.Identity);
        Assert.Equal(before.Listeners.AsEnumerable(), after.Listeners);
        Assert.Equal(before.Name, Assert.Single(mesh.Events.OfType<DevProcessExited>()).Process);
    }

    [Fact]
    public async Task A_second_mesh_of_the_same_name_is_refused()
    {
        await using var mesh = new RunningMesh();
        _ = mesh.Start(StandIn.Command("app"));
        await mesh.ReadyAsync();

        var request = new DevUpRequest { Files = ["unread.yml"], Name = mesh.Name };
        var refusal = await Assert.ThrowsAsync<ConduitException>(() =>
            new DevUpOperation(mesh.Store, StandIn.Runtime, TimeProvider.System).RunAsync(request, _ => { }, default, default));

        Assert.Equal("MeshRunning", refusal.Id);
        Assert.NotNull(mesh.Store.FindRunning(mesh.Name));
    }

    [Fact]
    public async Task An_app_that_ignores_the_request_to_end_is_killed_at_once_by_the_second_request()
    {
        await using var mesh = new RunningMesh();
        _ = mesh.Start(StandIn.Command("stubborn"));
        var ready = await mesh.ReadyAsync();

        await mesh.HurryAsync();
        await mesh.StopAsync();

        RunningMesh.AssertGone(ready);
    }

    [Fact]
    public async Task A_crashing_app_is_shown_and_keeps_the_mesh_from_being_ready()
    {
        await using var mesh = new RunningMesh();
        _ = mesh.Start(StandIn.Command("job 7"));
        await Eventually.Holds(() => mesh.Events.OfType<DevProcessExited>().Count() > 1);

        Assert.All(mesh.Events.OfType<DevProcessExited>(), exited => Assert.Equal(("main", "exited with 7"), (exited.Process, exited.Reason)));
        await Eventually.Holds(() => mesh.State.Cluster.Pods[0] is { Status: "CrashLoopBackOff", Ready: false, Message: "main exited with 7" });
        Assert.DoesNotContain(mesh.Events, happened => happened is DevReady);
    }

    [Fact]
    public async Task A_failed_build_is_shown_with_its_last_lines_and_nothing_is_started()
    {
        await using var mesh = new RunningMesh();

        var failure = await Assert.ThrowsAsync<ConduitException>(() =>
            Eventually.Ends(mesh.Start("unused", annotations: "dev.conduit.io/build: 'echo first && echo no such file && exit 3'")));

        Assert.Equal("BuildFailed", failure.Id);
        Assert.EndsWith("exited with 3:\nfirst\nno such file", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(mesh.Events, happened => happened is DevStarting);
        Assert.Empty(mesh.Store.ListRunning());
    }

    [Fact]
    public async Task A_build_that_is_stopped_leaves_nothing()
    {
        await using var mesh = new RunningMesh();
        var running = mesh.Start("unused", annotations: "dev.conduit.io/build: 'sleep 300'");
        await Eventually.Holds(() => mesh.Events.OfType<DevBuilding>().Any());

        await mesh.StopAsync();

        Assert.True(running.IsCompletedSuccessfully);
        Assert.Empty(mesh.Store.ListRunning());
    }

    [Fact]
    public async Task A_controller_that_does_not_start_ends_the_mesh_with_what_it_said()
    {
        await using var mesh = new RunningMesh();
        var broken = Path.Combine(AppContext.BaseDirectory, "Conduit.Operations.Tests.deps.json");

        var failure = await Assert.ThrowsAsync<ConduitException>(() =>
            Eventually.Ends(mesh.Start("unused", runtime: StandIn.Runtime with { ControllerAssembly = broken })));

        Assert.Equal("ControllerNotStarted", failure.Id);
        Assert.Contains("exited with", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Message.Split('\n').Length > 1);
    }

    [Fact]
    public async Task A_copy_without_its_programs_says_so()
    {
        var incomplete = DevRuntime.Below(Path.Combine(AppContext.BaseDirectory, "nowhere"));
        var failure = await Assert.ThrowsAsync<ConduitException>(() =>
            new DevUpOperation(DevMeshStore.ForUser(), incomplete, TimeProvider.System).RunAsync(new DevUpRequest(), _ => { }, default, default));

        Assert.Equal("RuntimeMissing", failure.Id);
    }

    [Fact]
    public async Task A_machine_without_dotnet_is_told_so()
    {
        var runtime = StandIn.Runtime with { Host = DotnetHost.FileName };
        var failure = await Assert.ThrowsAsync<ConduitException>(() =>
            new DevUpOperation(DevMeshStore.ForUser(), runtime, TimeProvider.System).RunAsync(new DevUpRequest(), _ => { }, default, default));

        Assert.Equal("DotnetMissing", failure.Id);
    }

    private static DevProcess Of(DevMesh mesh, DevProcessRole role) => mesh.Processes.Single(process => process.Role == role);

    private static IEnumerable<Port> Ports(DevMesh mesh) => mesh.Processes
        .SelectMany(process => process.Listeners)
        .Select(listener => new Port(int.Parse(listener.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)));

    private static void Kill(DevProcess process)
    {
        using var running = Process.GetProcessById(process.Identity!.ProcessId);
        running.Kill();
    }
}
