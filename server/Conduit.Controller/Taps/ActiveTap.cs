using System.Threading.Channels;
using Conduit.Protocol.Common;
using Conduit.Protocol.Taps;

namespace Conduit.Controller.Taps;

/// <summary>A tap that runs: what it looks for, its rate, and the events that wait for its client.</summary>
internal sealed class ActiveTap(ulong id, TapPlan plan, TimeProvider time)
{
    /// <summary>Events that may wait for a slow client; later ones are dropped.</summary>
    public const int MostWaiting = 1_000;

    // A proxy lets more through than the whole tap may have, so that its own pace does not thin out what this one lets through.
    private const float ProxyHeadRoom = 2;
    private const float LeastProxyRps = 10;

    private readonly TokenBucket _bucket = new(plan.MaxRps, time);
    private readonly Channel<TapEvent> _events = Channel.CreateBounded<TapEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private uint _lastBase;

    public ulong Id => id;

    public TapPlan Plan => plan;

    public IAsyncEnumerable<TapEvent> ReadAllAsync(CancellationToken cancellationToken) => _events.Reader.ReadAllAsync(cancellationToken);

    /// <summary>What makes the stream ids of one proxy unlike those of the others.</summary>
    public uint NextBase() => Interlocked.Increment(ref _lastBase);

    /// <summary>Whether one more request is within the rate.</summary>
    public bool TryAdmit() => _bucket.TryTake();

    /// <summary>False when the client is too slow.</summary>
    public bool TryWrite(TapEvent tapEvent) => _events.Writer.TryWrite(tapEvent);

    public TapCommand Start() => new()
    {
        Start = new TapCommand.Types.Start { TapId = id, Match = plan.Match, MaxRps = Math.Max(LeastProxyRps, ProxyHeadRoom * plan.MaxRps) },
    };

    public TapCommand Stop() => new() { Stop = new TapCommand.Types.Stop { TapId = id } };
}
