using Conduit.Init.Redirection;

namespace Conduit.Init.Execution;

internal sealed record InitOptions
{
    public required RedirectOptions Redirect { get; init; }

    public IptablesMode IptablesMode { get; init; } = IptablesMode.Auto;

    public Ipv6Mode Ipv6 { get; init; } = Ipv6Mode.Auto;

    /// <summary>How long to wait for another program that holds the iptables lock; whole seconds.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Print the calls and make none.</summary>
    public bool Simulate { get; init; }
}
