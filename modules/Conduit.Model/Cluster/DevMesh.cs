using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Conduit.Model.Cluster;

/// <summary>
/// The state file of a mesh that <c>conduit dev</c> runs: how to reach its controller, who owns it, and the picture that the
/// controller works from. Written by the owner alone.
/// </summary>
public sealed record DevMesh
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required string Name { get; init; }

    /// <summary>The process that runs the mesh. When it is gone, so is the mesh.</summary>
    public required ProcessIdentity Owner { get; init; }

    /// <summary>What a proxy of this mesh shows the controller; every pod has the same address here.</summary>
    public required string Token { get; init; }

    /// <summary><c>ip:port</c> of the controller's public API.</summary>
    public required string ApiAddress { get; init; }

    /// <summary><c>ip:port</c> of the dashboard.</summary>
    public required string WebAddress { get; init; }

    /// <summary>Where a browser finds the application, as <c>http://127.0.0.1:port/</c>; null when nothing in it serves a page.</summary>
    public string? AppUrl { get; init; }

    public ClusterState Cluster { get; init => field = value ?? ClusterState.Empty; } = ClusterState.Empty;

    /// <summary>Everything that the owner started, so that a later command can end what a killed owner left behind.</summary>
    public ImmutableArray<DevProcess> Processes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>False when the file was written by a version that this one does not read.</summary>
    [JsonIgnore]
    public bool IsReadable => Version == CurrentVersion;
}
