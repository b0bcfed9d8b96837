using Conduit.Controller.Cluster;
using Conduit.Controller.Tests.Doubles;
using Conduit.Model.Cluster;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Cluster;

public sealed class StateFileSourceTests : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conduit-state-");
    private readonly ManualTimeProvider _time = new();
    private readonly CancellationTokenSource _ending = new();

    private string File => Path.Combine(_folder.FullName, "mesh.json");

    public void Dispose()
    {
        _ending.Cancel();
        _ending.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_file_is_read_at_once_and_again_when_it_changes()
    {
        Write(Mesh.State([Mesh.Pod("web-1")]));
        await using var readings = Follow(File);

        var first = await NextAsync(readings);
        Write(Mesh.State([Mesh.Pod("web-1"), Mesh.Pod("voting-1")]));
        var second = await NextAsync(readings);

        Assert.Equal("secret", first.Token);
        Assert.Single(first.State!.Pods);
        Assert.Equal(2, second.State!.Pods.Length);
    }

    [Fact]
    public async Task A_broken_file_is_a_fault_until_it_is_whole_again()
    {
        await System.IO.File.WriteAllTextAsync(File, "{ \"version\": 1, ");
        await using var readings = Follow(File);

        var broken = await NextAsync(readings);
        Write(Mesh.State([Mesh.Pod("web-1")]));
        var whole = await NextWithoutFaultAsync(readings);

        Assert.Contains("holds no mesh", broken.Fault, StringComparison.Ordinal);
        Assert.Single(whole.State!.Pods);
    }

    [Fact]
    public async Task Where_nothing_tells_of_changes_a_poll_finds_them()
    {
        // A folder that does not exist yet cannot be watched.
        var late = Path.Combine(_folder.FullName, "later", "mesh.json");
        await using var readings = Follow(late);

        var missing = await NextAsync(readings);
        Directory.CreateDirectory(Path.GetDirectoryName(late)!);
        Write(Mesh.State([Mesh.Pod("web-1")]), late);
        var next = readings.MoveNextAsync().AsTask();
        _time.Advance(Poll);
        await Eventually.Ends(next);

        Assert.Contains("does not exist", missing.Fault, StringComparison.Ordinal);
        Assert.Single(readings.Current.State!.Pods);
    }

    private static async Task<ClusterReading> NextAsync(IAsyncEnumerator<ClusterReading> readings)
    {
        Assert.True(await Eventually.Ends(readings.MoveNextAsync().AsTask()));
        return readings.Current;
    }

    private static async Task<ClusterReading> NextWithoutFaultAsync(IAsyncEnumerator<ClusterReading> readings)
    {
        while ((await NextAsync(readings)).Fault is not null)
        {
        }

        return readings.Current;
    }

    private IAsyncEnumerator<ClusterReading> Follow(string file) =>
        new StateFileSource(file, _time).ReadAsync(_ending.Token).GetAsyncEnumerator(_ending.Token);

    private void Write(ClusterState state, string? file = null) => DevMeshFile.Write(file ?? File, new DevMesh
    {
        Name = "test",
        Owner = new ProcessIdentity(1, default),
        Token = "secret",
        ApiAddress = "127.0.0.1:1",
        WebAddress = "127.0.0.1:2",
        Cluster = state,
    });
}
