using Conduit.Model.Cluster;

namespace Conduit.PowerShell.Objects;

/// <summary>A mesh on this machine.</summary>
public sealed record LocalMesh
{
    public required string Name { get; init; }

    /// <summary>The process that runs the mesh.</summary>
    public required int ProcessId { get; init; }

    public required int ReadyPods { get; init; }

    public required int Pods { get; init; }

    /// <summary><c>ip:port</c> of the mesh's API.</summary>
    public required string ApiAddress { get; init; }

    public required Uri Dashboard { get; init; }

    /// <summary>Where a browser finds the application; null when nothing in it serves a page.</summary>
    public required Uri? App { get; init; }

    public required IReadOnlyList<LocalProcess> Processes { get; init; }

    internal static LocalMesh Of(DevMesh mesh) => new()
    {
        Name = mesh.Name,
        ProcessId = mesh.Owner.ProcessId,
        ReadyPods = mesh.Cluster.Pods.Count(pod => pod.Ready),
        Pods = mesh.Cluster.Pods.Length,
        ApiAddress = mesh.ApiAddress,
        Dashboard = new Uri($"http://{mesh.WebAddress}/"),
        App = mesh.AppUrl is { } app ? new Uri(app) : null,
        Processes = [.. mesh.Processes.Select(LocalProcess.Of)],
    };
}
