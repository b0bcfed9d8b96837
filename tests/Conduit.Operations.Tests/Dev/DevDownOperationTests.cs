using System.Diagnostics;
using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Processes;
using Conduit.Operations.Tests.StandIns;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Dev;

public sealed class DevDownOperationTests
{
    [Fact]
    public async Task The_only_mesh_is_stopped_without_being_named()
    {
        await using var mesh = new RunningMesh();
        var running = mesh.Start(StandIn.Command("app"));
        var ready = await mesh.ReadyAsync();

        var stopped = await Down(mesh.Store).RunAsync(name: null, _ => { }, CancellationToken.None);

        Assert.Equal([mesh.Name], stopped);
        await Eventually.Ends(running);
        RunningMesh.AssertGone(ready);
    }

    [Fact]
    public async Task What_a_killed_owner_left_behind_is_swept()
    {
        await using var mesh = new RunningMesh();
        using var orphan = Process.Start(new ProcessStartInfo("dotnet", [StandIn.Assembly, "controller"])
        {
            RedirectStandardInput = true,
            Environment = { ["CONDUIT_PROXY_METRICS_LISTENER"] = "tcp://127.0.0.1:0" },
        })!;
        mesh.Store.Write(Abandoned(mesh.Name, new ProcessIdentity(orphan.Id, orphan.StartTime.ToUniversalTime())));
        var events = new List<DevEvent>();

        var swept = await Down(mesh.Store).RunAsync(name: null, events.Add, CancellationToken.None);

        Assert.Equal([mesh.Name], swept);
        Assert.IsType<DevWarning>(Assert.Single(events));
        await Eventually.Ends(orphan.WaitForExitAsync());
        Assert.False(File.Exists(mesh.Store.PathOf(mesh.Name)));
    }

    [Fact]
    public async Task A_process_that_merely_has_the_id_of_one_left_behind_is_spared()
    {
        await using var mesh = new RunningMesh();
        mesh.Store.Write(Abandoned(mesh.Name, ProcessTable.Current() with { StartedAt = DateTimeOffset.UnixEpoch.AddDays(1) }));

        await Down(mesh.Store).RunAsync(name: null, _ => { }, CancellationToken.None);

        Assert.Empty(mesh.Store.ListAbandoned());
    }

    [Fact]
    public async Task A_mesh_of_this_process_is_waited_for_however_long_it_takes()
    {
        await using var mesh = new RunningMesh();
        mesh.Store.Write(Abandoned(mesh.Name, default!) with { Owner = ProcessTable.Current(), Processes = [] });
        var time = new ManualTimeProvider();
        var events = new List<DevEvent>();

        var stopping = new DevDownOperation(mesh.Store, time).RunAsync(mesh.Name, events.Add, CancellationToken.None);

        for (var minute = 0; minute < 3; minute++)
        {
            await Eventually.Holds(() => stopping.IsCompleted || time.PendingTimers == 1, what: "it looks, and looks again later");
            Assert.False(stopping.IsCompleted);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        mesh.Store.Delete(mesh.Name);
        await Eventually.Holds(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return stopping.IsCompleted;
        });
        Assert.Equal([mesh.Name], await stopping);
        Assert.Empty(events);
    }

    [Fact]
    public async Task Without_a_mesh_there_is_nothing_to_stop()
    {
        await using var mesh = new RunningMesh();

        Assert.Equal("MeshMissing", await FailureAsync(mesh.Store, name: null));
    }

    [Fact]
    public async Task Of_several_meshes_one_must_be_named()
    {
        await using var mesh = new RunningMesh();
        mesh.Store.Write(Abandoned("a", default!) with { Owner = ProcessTable.Current(), Processes = [] });
        mesh.Store.Write(Abandoned("b", default!) with { Owner = ProcessTable.Current(), Processes = [] });

        Assert.Equal("MeshAmbiguous", await FailureAsync(mesh.Store, name: null));
        Assert.Equal("MeshMissing", await FailureAsync(mesh.Store, name: "c"));
    }

    private static DevDownOperation Down(DevMeshStore store) => new(store, TimeProvider.System);

    private static async Task<string> FailureAsync(DevMeshStore store, string? name) =>
        (await Assert.ThrowsAsync<ConduitException>(() => Down(store).RunAsync(name, _ => { }, CancellationToken.None))).Id;

    private static DevMesh Abandoned(string name, ProcessIdentity left) => new()
    {
        Name = name,
        Owner = ProcessTable.Current() with { StartedAt = DateTimeOffset.UnixEpoch },
        Token = "secret",
        ApiAddress = "127.0.0.1:1",
        WebAddress = "127.0.0.1:2",
        Processes = [new DevProcess { Role = DevProcessRole.App, Name = "main", Identity = left }],
    };
}
