using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Hosting;

/// <summary>How the proxy ends: with time for others to notice, or at once when whoever started it is gone.</summary>
internal sealed class ShutdownPlan(ProxyOptions options, TimeProvider time)
{
    private static readonly TimeSpan GraceAtOnce = TimeSpan.FromSeconds(1);

    private volatile bool _isAtOnce;

    /// <summary>How long connections are still taken after the proxy said that it is not ready.</summary>
    public TimeSpan DrainDelay => _isAtOnce ? TimeSpan.Zero : options.DrainDelay;

    /// <summary>The most that all of it takes.</summary>
    public TimeSpan Longest => options.DrainDelay + options.Grace + TimeSpan.FromSeconds(10);

    /// <summary>Nobody is left to wait for.</summary>
    public void EndAtOnce() => _isAtOnce = true;

    /// <summary>Cancelled when what still runs must be cut off.</summary>
    public CancellationTokenSource BeginGrace() => new(_isAtOnce ? GraceAtOnce : options.Grace, time);
}
