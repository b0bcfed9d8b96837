namespace Conduit.Proxy.Transport;

/// <summary>
/// When a silent connection is probed. A peer that vanished without a word would otherwise hold its other side for ever. TCP's own
/// probes are invisible to the peer's application, unlike HTTP/2 pings, which some servers punish.
/// </summary>
internal static class KeepAlive
{
    public const int AfterSeconds = 30;
    public const int EverySeconds = 10;
    public const int Probes = 3;
}
