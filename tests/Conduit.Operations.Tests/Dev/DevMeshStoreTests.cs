using Conduit.Model.Cluster;
using Conduit.Operations.Dev;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Tests.Dev;

public sealed class DevMeshStoreTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("conduit-store-").FullName;
    private readonly DevMeshStore _store;

    public DevMeshStoreTests() => _store = new DevMeshStore(Path.Combine(_directory, "state"));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_mesh_of_a_live_owner_is_listed_as_it_was_written()
    {
        _store.Write(Mesh("shop", ProcessTable.Current()));

        var found = Assert.Single(_store.ListRunning());

        Assert.Equal(("shop", "127.0.0.1:1"), (found.Name, found.ApiAddress));
        Assert.NotNull(_store.FindRunning("shop"));
    }

    [Fact]
    public void An_owner_with_the_same_id_that_started_at_another_time_is_dead()
    {
        var current = ProcessTable.Current();
        _store.Write(Mesh("shop", current with { StartedAt = current.StartedAt.AddMinutes(-1) }));

        Assert.Empty(_store.ListRunning());
        Assert.False(File.Exists(_store.PathOf("shop")));
    }

    [Fact]
    public void A_dead_mesh_with_live_processes_is_kept_for_the_sweep()
    {
        var dead = Mesh("shop", DeadProcess()) with
        {
            Processes = [new DevProcess { Role = DevProcessRole.App, Name = "web", Identity = ProcessTable.Current() }],
        };
        _store.Write(dead);

        Assert.Empty(_store.ListRunning());
        Assert.Equal("shop", Assert.Single(_store.ListAbandoned()).Name);
    }

    [Fact]
    public void A_dead_mesh_takes_its_folder_and_the_empty_state_directory_with_it()
    {
        _store.Write(Mesh("shop", DeadProcess()));
        Directory.CreateDirectory(Path.Combine(_store.FolderOf("shop"), "logs"));

        _store.ListRunning();

        Assert.False(Directory.Exists(Path.Combine(_directory, "state")));
    }

    [Fact]
    public void A_file_that_is_no_mesh_is_passed_over()
    {
        _store.Write(Mesh("shop", ProcessTable.Current()));
        File.WriteAllText(_store.PathOf("broken"), "{ not json");

        Assert.Equal("shop", Assert.Single(_store.ListRunning()).Name);
    }

    [Fact]
    public void Without_a_state_directory_nothing_runs() => Assert.Empty(_store.ListRunning());

    private static ProcessIdentity DeadProcess() => ProcessTable.Current() with { StartedAt = DateTimeOffset.UnixEpoch };

    private static DevMesh Mesh(string name, ProcessIdentity owner) => new()
    {
        Name = name,
        Owner = owner,
        Token = "secret",
        ApiAddress = "127.0.0.1:1",
        WebAddress = "127.0.0.1:2",
    };
}
