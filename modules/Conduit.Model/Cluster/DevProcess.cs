using System.Collections.Immutable;

namespace Conduit.Model.Cluster;

/// <summary>One process of a dev mesh, running or waiting for its restart.</summary>
public sealed record DevProcess
{
    public required DevProcessRole Role { get; init; }

    /// <summary><c>controller</c>, <c>conduit-proxy</c>, or the container's name.</summary>
    public required string Name { get; init; }

    /// <summary><c>namespace/name</c>; null for the controller, which belongs to no pod.</summary>
    public string? Pod { get; init; }

    /// <summary>Null while it does not run.</summary>
    public ProcessIdentity? Identity { get; init; }

    public int Restarts { get; init; }

    /// <summary>What it listens on, as <c>127.0.0.1:port</c>.</summary>
    public ImmutableArray<string> Listeners { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Which of them serves <c>/metrics</c>; null for an application's process.</summary>
    public string? AdminAddress { get; init; }
}
