namespace Conduit.Operations.Dev.Running;

internal enum ProcessPhase
{
    /// <summary>Not started yet.</summary>
    Waiting,

    /// <summary>It runs, but does not answer yet.</summary>
    Starting,

    Ready,

    /// <summary>It ended and will run again.</summary>
    BackingOff,

    /// <summary>It did what it had to do and will not run again.</summary>
    Completed,

    /// <summary>It failed and will not run again.</summary>
    Failed,
}
