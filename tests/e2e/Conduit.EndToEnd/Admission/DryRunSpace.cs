using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;

namespace Conduit.EndToEnd.Admission;

/// <summary>A namespace, without which not even a dry run takes what belongs there.</summary>
public sealed class DryRunSpace : IAsyncLifetime
{
    public string Name { get; } = "e2e-dry-run";

    public Task InitializeAsync() => Shell.ApplyAsync(TestPodManifests.Namespace(Name));

    public async Task DisposeAsync() => await new ClusterNamespace(Name).DisposeAsync();
}
