using Conduit.Protocol.Public;

namespace Conduit.Controller.Web.Documents;

internal sealed record PodDocument
{
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty until it has one.</summary>
    public required string Ip { get; init; }

    /// <summary>The workload that it belongs to; null for a bare pod.</summary>
    public required ResourceDocument? Owner { get; init; }

    /// <summary>As kubectl shows it, such as <c>Running</c> or <c>CrashLoopBackOff</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is not running, in words; empty otherwise.</summary>
    public required string Message { get; init; }

    public required bool Ready { get; init; }

    /// <summary>Whether it has a proxy.</summary>
    public required bool Meshed { get; init; }

    /// <summary>Whether it is a part of the control plane.</summary>
    public required bool ControlPlane { get; init; }

    public required uint Restarts { get; init; }

    /// <summary>Seconds since it started; null before.</summary>
    public required long? Uptime { get; init; }

    /// <summary>Seconds since its proxy reported; null when it never did.</summary>
    public required long? SinceReport { get; init; }

    /// <summary>Empty when it is not known.</summary>
    public required string ProxyVersion { get; init; }

    public static PodDocument Of(Pod pod)
    {
        var name = pod.Name.Split('/', 2);

        return new PodDocument
        {
            Namespace = name[0],
            Name = name[1],
            Ip = pod.PodIp,
            Owner = pod.Owner is { } owner ? new ResourceDocument(owner.Type, owner.Namespace, owner.Name) : null,
            Status = pod.Status,
            Message = pod.Message,
            Ready = pod.Ready,
            Meshed = pod.Added,
            ControlPlane = pod.ControlPlane,
            Restarts = pod.Restarts,
            Uptime = pod.Uptime?.Seconds,
            SinceReport = pod.SinceLastReport?.Seconds,
            ProxyVersion = pod.ProxyVersion,
        };
    }
}
