using Conduit.Model.Failures;
using Conduit.Operations.Dev;

namespace Conduit.Operations.Tests.Dev;

public sealed class DevMeshNameTests
{
    [Theory]
    [InlineData("samples/emojivoto/emojivoto.yml", "emojivoto")]
    [InlineData("My Shop_v2.yaml", "my-shop-v2")]
    [InlineData("deploy/", "deploy")]
    [InlineData("-", "dev")]
    public void A_mesh_is_called_like_its_manifest(string manifest, string name) => Assert.Equal(name, DevMeshName.Of(new DevUpRequest(), manifest));

    [Fact]
    public void The_users_name_wins() => Assert.Equal("mine", DevMeshName.Of(new DevUpRequest { Name = "mine" }, "other.yml"));

    [Theory]
    [InlineData("")]
    [InlineData("../escape")]
    [InlineData("Upper")]
    public void A_name_that_could_be_no_file_is_refused(string name) =>
        Assert.Equal("MeshNameInvalid", Assert.Throws<ConduitException>(() => DevMeshName.Of(new DevUpRequest { Name = name }, "a.yml")).Id);
}
