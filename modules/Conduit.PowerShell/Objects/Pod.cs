using Conduit.Model.Resources;
using Conduit.Operations.Get;

namespace Conduit.PowerShell.Objects;

/// <summary>A pod as the mesh sees it.</summary>
public sealed record Pod
{
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required bool Ready { get; init; }

    /// <summary>As kubectl shows it, such as <c>Running</c> or <c>CrashLoopBackOff</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is not running, in words; empty otherwise.</summary>
    public required string Message { get; init; }

    public required int Restarts { get; init; }

    /// <summary>Time since it started; null before.</summary>
    public required TimeSpan? Uptime { get; init; }

    /// <summary>Whether a proxy of this mesh stands beside it.</summary>
    public required bool Meshed { get; init; }

    /// <summary>The topmost owner, such as <c>deploy/web</c>; null for a bare pod.</summary>
    public required string? Owner { get; init; }

    /// <summary>Empty until the pod has an address.</summary>
    public required string Ip { get; init; }

    /// <summary>Empty without a proxy.</summary>
    public required string ProxyVersion { get; init; }

    /// <summary>Time since its proxy reported; null when it never did.</summary>
    public required TimeSpan? SinceLastReport { get; init; }

    /// <summary>Whether it is part of the mesh itself.</summary>
    public required bool ControlPlane { get; init; }

    internal static Pod Of(MeshPod pod) => new()
    {
        Namespace = pod.Namespace,
        Name = pod.Name,
        Ready = pod.Ready,
        Status = pod.Status,
        Message = pod.Message,
        Restarts = pod.Restarts,
        Uptime = pod.Uptime,
        Meshed = pod.Meshed,
        Owner = pod.Owner is { } owner ? $"{ResourceKindNames.Abbreviation(owner.Kind)}/{owner.Name}" : null,
        Ip = pod.Ip,
        ProxyVersion = pod.ProxyVersion,
        SinceLastReport = pod.SinceLastReport,
        ControlPlane = pod.ControlPlane,
    };
}
