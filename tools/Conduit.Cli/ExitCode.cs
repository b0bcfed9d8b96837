namespace Conduit.Cli;

/// <summary>What the process returns. Contract: scripts rely on it.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The command was understood and failed.</summary>
    public const int Failed = 1;

    /// <summary>The command was not understood, or asks for what cannot be.</summary>
    public const int Misuse = 2;

    /// <summary>Of <c>check</c> alone: something is not as it should be.</summary>
    public const int CheckFailed = 2;

    /// <summary>Ctrl+C before the work was done, as shells report it.</summary>
    public const int Interrupted = 130;
}
