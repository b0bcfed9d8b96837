using Conduit.Model.Resources;
using Conduit.Operations.Get;
using Conduit.Operations.Tests.Running;
using Conduit.Testing.Api;

namespace Conduit.Operations.Tests.Get;

public sealed class GetPodsOperationTests
{
    [Fact]
    public async Task Pods_are_typed_and_sorted()
    {
        await using var mesh = await TestMesh.StartAsync();
        mesh.Mesh.Pods.Add(EmojivotoMesh.PodOf("another", "web"));

        var pods = await new GetPodsOperation(mesh.Connection).RunAsync(new GetPodsRequest(), CancellationToken.None);

        Assert.Equal(
            ["another/web-1", "emojivoto/emoji-1", "emojivoto/vote-bot-1", "emojivoto/voting-1", "emojivoto/web-1"],
            pods.Select(pod => $"{pod.Namespace}/{pod.Name}"));
        Assert.Equal(new ResourceName("another", ResourceKind.Deployment, "web"), pods[0].Owner);
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(1)), (pods[0].Uptime, pods[0].SinceLastReport));
    }

    [Fact]
    public async Task The_default_namespace_is_the_locations()
    {
        await using var mesh = await TestMesh.StartAsync(defaultNamespace: "emojivoto");
        mesh.Mesh.Pods.Add(EmojivotoMesh.PodOf("another", "web"));
        var operation = new GetPodsOperation(mesh.Connection);

        Assert.Equal(4, (await operation.RunAsync(new GetPodsRequest(), CancellationToken.None)).Length);
        Assert.Equal(5, (await operation.RunAsync(new GetPodsRequest { Namespace = new() { All = true } }, CancellationToken.None)).Length);
        Assert.Single(await operation.RunAsync(new GetPodsRequest { Namespace = new() { Name = "another" } }, CancellationToken.None));
    }
}
