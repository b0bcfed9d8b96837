namespace Conduit.Proxy.Tests.RealPeers;

/// <summary>A theory about a real program; skipped, and saying so, where that is not installed.</summary>
internal sealed class InstalledTheoryAttribute : TheoryAttribute
{
    public InstalledTheoryAttribute(params string[] programs) => Skip = Installed.WhatIsMissing(programs);

    /// <summary>True for programs that this machine has but lets only root run as they must.</summary>
    public bool NeedsRoot
    {
        get;
        set
        {
            field = value;
            Skip ??= value ? Installed.WhyNotRoot : null;
        }
    }
}
