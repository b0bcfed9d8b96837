using Conduit.Protocol.Taps;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Taps;

/// <summary>A tap that someone has started and not stopped.</summary>
internal sealed class ActiveTap(TapCommand.Types.Start start, uint streamBase, TimeProvider time)
{
    private readonly TokenBucket _limit = new(start.MaxRps, time);
    private long _lastStream;

    public ulong Id => start.TapId;

    /// <summary>Tells this proxy's streams from those of others in the same tap.</summary>
    public uint StreamBase => streamBase;

    public bool Takes(Exchange exchange) => TapMatcher.Matches(start.Match, exchange) && _limit.TryTake();

    public ulong NextStream() => (ulong)Interlocked.Increment(ref _lastStream);
}
