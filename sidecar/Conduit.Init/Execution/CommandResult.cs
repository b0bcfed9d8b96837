namespace Conduit.Init.Execution;

/// <summary>How a program ended. <see cref="NotFound"/> as exit code means that there is no such program, as in a shell.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public const int NotFound = 127;

    public bool Succeeded => ExitCode == 0;
}
