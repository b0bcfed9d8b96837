using Conduit.Model.Failures;
using Conduit.Operations.Tests.Running;
using Conduit.Operations.Version;

namespace Conduit.Operations.Tests.Version;

public sealed class VersionOperationTests
{
    [Fact]
    public async Task The_server_tells_its_version()
    {
        await using var mesh = await TestMesh.StartAsync();

        var version = await new VersionOperation(() => mesh.Connection).RunAsync(CancellationToken.None);

        Assert.Equal(new VersionResult { Server = "9.8.7", Runtime = ".NET 10.0.0", Unavailable = null }, version);
    }

    [Fact]
    public async Task No_mesh_is_an_answer()
    {
        var version = await new VersionOperation(() => throw new ConduitException("NoMesh", "there is none")).RunAsync(CancellationToken.None);

        Assert.Equal(new VersionResult { Server = null, Runtime = null, Unavailable = "there is none" }, version);
    }

    [Fact]
    public async Task Misuse_is_not() =>
        await Assert.ThrowsAsync<MisuseException>(() =>
            new VersionOperation(() => throw new MisuseException("SeveralMeshes", "which?")).RunAsync(CancellationToken.None));
}
