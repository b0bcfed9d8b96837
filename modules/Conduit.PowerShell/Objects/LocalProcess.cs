using Conduit.Model.Cluster;

namespace Conduit.PowerShell.Objects;

/// <summary>One process of a mesh on this machine.</summary>
public sealed record LocalProcess
{
    /// <summary><c>namespace/name</c>; null for the controller, which belongs to no pod.</summary>
    public required string? Pod { get; init; }

    /// <summary><c>controller</c>, <c>conduit-proxy</c>, or the container's name.</summary>
    public required string Name { get; init; }

    /// <summary>Null while it does not run.</summary>
    public required int? ProcessId { get; init; }

    public required int Restarts { get; init; }

    /// <summary>What it listens on, as <c>127.0.0.1:port</c>.</summary>
    public required IReadOnlyList<string> Listeners { get; init; }

    internal static LocalProcess Of(DevProcess process) => new()
    {
        Pod = process.Pod,
        Name = process.Name,
        ProcessId = process.Identity?.ProcessId,
        Restarts = process.Restarts,
        Listeners = process.Listeners,
    };
}
