using System.Collections.Immutable;
using Conduit.Model.Addresses;
using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev.Running;

/// <summary>A process to keep running.</summary>
internal sealed record ProcessPlan
{
    public required DevProcessRole Role { get; init; }

    /// <summary>As in <see cref="DevProcess.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Null for the controller.</summary>
    public PodPlan? Pod { get; init; }

    public required ProcessSpec Spec { get; init; }

    public RestartPolicy Restart { get; init; }

    public required ReadinessProbe Probe { get; init; }

    /// <summary>Loopback ports.</summary>
    public ImmutableArray<Port> Ports { get; init; } = [];

    /// <summary>The one that serves metrics; null for an application.</summary>
    public Port? AdminPort { get; init; }

    /// <summary>Names its log.</summary>
    public string FullName => Pod is null ? Name : $"{Pod.Name}.{Name}";
}
