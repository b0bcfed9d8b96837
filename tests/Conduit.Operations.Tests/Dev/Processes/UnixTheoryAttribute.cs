namespace Conduit.Operations.Tests.Dev.Processes;

/// <summary>A theory about a Unix shell; skipped where there is none.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has another shell.";
        }
    }
}
