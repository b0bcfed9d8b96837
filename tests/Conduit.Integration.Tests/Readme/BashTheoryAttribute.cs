namespace Conduit.Integration.Tests.Readme;

/// <summary>A theory about lines for bash; skipped on Windows.</summary>
internal sealed class BashTheoryAttribute : TheoryAttribute
{
    public BashTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has another shell." : null;
}
