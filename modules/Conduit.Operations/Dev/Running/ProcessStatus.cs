using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Running;

/// <summary>How a supervised process is.</summary>
internal sealed record ProcessStatus
{
    public ProcessPhase Phase { get; init; }

    /// <summary>Null while it does not run.</summary>
    public ProcessIdentity? Identity { get; init; }

    /// <summary>When it was first started; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public int Restarts { get; init; }

    /// <summary>Why it does not run, in words; empty while it does.</summary>
    public string Message { get; init; } = "";
}
