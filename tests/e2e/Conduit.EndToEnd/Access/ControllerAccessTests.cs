using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;

namespace Conduit.EndToEnd.Access;

/// <summary>What the controller's service account may do, by the API server's own word.</summary>
[Collection(MeshCollection.Name)]
public sealed class ControllerAccessTests(MeshFixture mesh)
{
    private static readonly string[] Reading = ["get", "list", "watch"];

    [Theory]
    [InlineData("get")]
    [InlineData("list")]
    [InlineData("watch")]
    public async Task It_reads_no_Secret(string verb) => Assert.Equal("no", await MayAsync(verb, "secrets"));

    [Fact]
    public async Task It_reads_what_it_shows() => Assert.Equal("yes", await MayAsync("watch", "pods"));

    [Fact]
    public async Task It_changes_nothing()
    {
        var list = await Shell.KubectlAsync("auth", "can-i", "--list", "--no-headers", Account, "-n", mesh.App.Name);

        // Every account may ask what it may itself; that is a create of a review, which is stored nowhere.
        var changes = list.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("selfsubject", StringComparison.Ordinal))
            .Where(line => Verbs(line).Except(Reading).Any());

        Assert.Empty(changes);
    }

    private string Account => $"--as=system:serviceaccount:{mesh.ControlPlane.Name}:conduit-controller";

    // The last column: "[get list watch]".
    private static string[] Verbs(string line) => line[(line.LastIndexOf('[') + 1)..].TrimEnd(' ', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> MayAsync(string verb, string resource) =>
        (await Shell.KubectlAsync("auth", "can-i", verb, resource, "--all-namespaces", Account)).Output.Trim();
}
