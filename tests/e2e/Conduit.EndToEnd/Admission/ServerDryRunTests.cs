using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;

namespace Conduit.EndToEnd.Admission;

/// <summary>The API server takes what we render, without a change and without a complaint.</summary>
public sealed class ServerDryRunTests(DryRunSpace space) : IClassFixture<DryRunSpace>
{
    /// <summary>Each kind that inject knows, in the version that every supported cluster serves.</summary>
    public static TheoryData<string> Workloads { get; } = new(WorkloadManifests.Kinds);

    [Fact]
    public async Task It_accepts_the_control_plane()
    {
        var applied = await Shell.ApplyAsync((await Shell.ConduitAsync("install", "-n", space.Name)).Printed, "--dry-run=server");

        Assert.Contains("deployment.apps/controller created (server dry run)", applied, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public async Task It_accepts_every_injected_kind(string kind)
    {
        var injected = await Mesh.InjectAsync(MeshFixture.ControlPlaneName, await WorkloadManifests.OfAsync(kind, space.Name));

        Assert.Contains("conduit-proxy", injected, StringComparison.Ordinal);
        Assert.Contains("(server dry run)", await Shell.ApplyAsync(injected, "--dry-run=server"), StringComparison.Ordinal);
    }
}
