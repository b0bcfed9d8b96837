using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev;

/// <summary>The state files of this user's dev meshes, one per mesh, named after it.</summary>
public sealed class DevMeshStore(string directory)
{
    public static DevMeshStore ForUser() => new(DevStateDirectory.ForUser());

    public string PathOf(string mesh) => Path.Combine(directory, mesh + ".json");

    /// <summary>Where a mesh keeps what is not its state, such as logs. It goes with the mesh.</summary>
    public string FolderOf(string mesh) => Path.Combine(directory, mesh);

    /// <summary>
    /// The meshes whose owner runs, by name. Files of a dead owner are deleted, unless processes of it are left: those need
    /// <see cref="ListAbandoned"/>.
    /// </summary>
    public IReadOnlyList<DevMesh> ListRunning()
    {
        var (running, dead) = Split();

        foreach (var mesh in dead.Where(mesh => !HasProcesses(mesh)))
        {
            Delete(mesh.Name);
        }

        return running;
    }

    /// <summary>The meshes whose owner is gone while processes of it may still run.</summary>
    public IReadOnlyList<DevMesh> ListAbandoned() => Split().Dead;

    public DevMesh? FindRunning(string mesh) => DevMeshFile.Read(PathOf(mesh)) is { } found && IsRunning(found) ? found : null;

    public void Write(DevMesh mesh)
    {
        Directory.CreateDirectory(directory);
        DevMeshFile.Write(PathOf(mesh.Name), mesh);
    }

    /// <summary>Removes the mesh's file and folder, and the state directory when that was the last one.</summary>
    public void Delete(string mesh)
    {
        try
        {
            File.Delete(PathOf(mesh));

            if (Directory.Exists(FolderOf(mesh)))
            {
                Directory.Delete(FolderOf(mesh), recursive: true);
            }

            Directory.Delete(directory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Other meshes are in the directory, or another command sweeps the same one at this moment.
        }
    }

    private static bool IsRunning(DevMesh mesh) => ProcessTable.IsRunning(mesh.Owner);

    private static bool HasProcesses(DevMesh mesh) =>
        mesh.Processes.Any(process => process.Identity is { } identity && ProcessTable.IsRunning(identity));

    private (IReadOnlyList<DevMesh> Running, IReadOnlyList<DevMesh> Dead) Split()
    {
        if (!Directory.Exists(directory))
        {
            return ([], []);
        }

        var meshes = Directory.EnumerateFiles(directory, "*.json")
            .Order(StringComparer.Ordinal)
            .Select(DevMeshFile.Read)
            .OfType<DevMesh>()
            .ToLookup(IsRunning);

        return ([.. meshes[true]], [.. meshes[false]]);
    }
}
