using Conduit.Operations.Endpoints;
using Conduit.Operations.Tests.Running;

namespace Conduit.Operations.Tests.Endpoints;

public sealed class EndpointsOperationTests
{
    [Fact]
    public async Task Addresses_are_typed_and_sorted()
    {
        await using var mesh = await TestMesh.StartAsync(defaultNamespace: "emojivoto");
        mesh.Mesh.Endpoints[0].Pod = "";

        var addresses = await AskAsync(mesh);

        Assert.Equal(["emoji-svc", "voting-svc", "web-svc"], addresses.Select(address => address.Service));
        Assert.Null(addresses[0].Pod);
        Assert.Equal((80, "10.0.0.1:8080", "web-1"), (addresses[2].Port.Number, addresses[2].Address.ToString(), addresses[2].Pod));
    }

    [Fact]
    public async Task A_full_name_is_found_outside_the_default_namespace()
    {
        await using var mesh = await TestMesh.StartAsync(defaultNamespace: "another");

        Assert.Single(await AskAsync(mesh, "web-svc.emojivoto.svc.cluster.local:80"));
        Assert.Empty(await AskAsync(mesh, "web-svc"));
    }

    private static async Task<IReadOnlyList<ServiceAddress>> AskAsync(TestMesh mesh, params string[] authorities) =>
        await new EndpointsOperation(mesh.Connection).RunAsync(new EndpointsRequest { Authorities = [.. authorities] }, CancellationToken.None);
}
