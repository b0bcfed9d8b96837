namespace Conduit.Proxy.Tests.Actors;

internal static class Limits
{
    /// <summary>Longer than anything on loopback takes; what reaches it hangs.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);
}
