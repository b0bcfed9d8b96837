using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;
using Conduit.Testing.Processes;

namespace Conduit.EndToEnd.Faults;

/// <summary>What is wrong on the user's side is said in a sentence, with what to do, and exit code 1.</summary>
[Collection(MeshCollection.Name)]
public sealed class UserFaultTests(MeshFixture mesh)
{
    [Fact]
    public async Task A_control_plane_that_is_not_there_is_named_with_the_way_to_install_it()
    {
        var result = await Shell.ConduitAsync("stat", "deploy", "-c", "e2e-nothing-here");

        AssertOneClearSentence(result);
        Assert.Contains("e2e-nothing-here", result.Error, StringComparison.Ordinal);
        Assert.Contains("conduit install", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_ask_is_told_which_permission_is_missing()
    {
        await using var space = new ClusterNamespace("e2e-stranger");
        var kubeconfig = await Stranger.CreateAsync(space.Name);

        var result = await Shell.ConduitAsync("stat", "deploy", "-c", mesh.ControlPlane.Name, "--kubeconfig", kubeconfig);

        AssertOneClearSentence(result);
        Assert.Contains("pods", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_the_cluster_does_not_know_is_named()
    {
        var result = await Shell.ConduitAsync("stat", "deploy", "-c", mesh.ControlPlane.Name, "--kubeconfig", await Stranger.WithoutTrustAsync());

        AssertOneClearSentence(result);
        Assert.Contains("certificate", result.Error, StringComparison.Ordinal);
    }

    private static void AssertOneClearSentence(ProgramResult result)
    {
        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal("", result.Output);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
    }
}
