using System.Collections.Immutable;

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

    /// <summary>Of every verb that does not say otherwise.</summary>
    public static ImmutableArray<(int Code, string Meaning)> Meanings { get; } =
    [
        (Ok, "It is done."),
        (Failed, "It failed; stderr says why."),
        (Misuse, "The command line was not understood, or asks for what cannot be; nothing was tried."),
        (Interrupted, "Ctrl+C ended it before it was done."),
    ];
}
