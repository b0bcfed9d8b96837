using System.Collections;

namespace Conduit.PowerShell.Completion;

/// <summary>The meshes on this machine.</summary>
public sealed class MeshCompleter : ConduitCompleter
{
    internal override Task<IReadOnlyList<string>> ListAsync(string typed, IDictionary line, CancellationToken cancellationToken)
    {
        var names = Module.DevMeshes.ListRunning().Select(mesh => mesh.Name).Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult<IReadOnlyList<string>>([.. names]);
    }
}
