namespace Conduit.PowerShell.Tests.Scripts;

/// <summary>Runs where there is a PowerShell, and says plainly that it was skipped where there is none.</summary>
internal sealed class PowerShellTheoryAttribute : TheoryAttribute
{
    public PowerShellTheoryAttribute() => Skip = PowerShellEngine.Path is null
        ? $"Skipped: this machine has no pwsh, and {PowerShellEngine.Variable} names none. The cmdlets were not run in an engine."
        : null;
}
