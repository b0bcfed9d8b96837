using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Conduit.Protocol.Common;
using Conduit.Protocol.Taps;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Taps;

/// <summary>Shows exchanges to the taps that want them. While nobody taps, an exchange costs one look at a counter at each step.</summary>
internal sealed class TapHub(ProxyOptions options, TimeProvider time, Random random) : IExchangeSink
{
    // A tap is a sample; when the controller is slow, events are lost rather than requests held up.
    private readonly Channel<TapReport> _reports =
        Channel.CreateBounded<TapReport>(new BoundedChannelOptions(options.EventBufferCapacity) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ConcurrentDictionary<Exchange, ImmutableArray<TapObservation>> _observed = new();
    private ImmutableArray<ActiveTap> _taps = [];
    private volatile bool _isTapped;
    private int _observing;

    public ChannelReader<TapReport> Reports => _reports.Reader;

    public bool WantsHeaders => _isTapped;

    public void Start(TapCommand.Types.Start start)
    {
        var tap = new ActiveTap(start, (uint)random.NextInt64(uint.MaxValue), time);
        ImmutableInterlocked.Update(ref _taps, taps => [.. taps.Where(other => other.Id != tap.Id), tap]);
        _isTapped = true;
    }

    public void Stop(ulong id)
    {
        ImmutableInterlocked.Update(ref _taps, taps => [.. taps.Where(tap => tap.Id != id)]);
        _isTapped = !_taps.IsEmpty;
    }

    /// <summary>The controller is gone, and with it whoever tapped.</summary>
    public void StopAll()
    {
        _isTapped = false;
        ImmutableInterlocked.InterlockedExchange(ref _taps, []);

        while (_reports.Reader.TryRead(out _))
        {
            // Events of a tap that the next stream knows nothing of.
        }
    }

    public void Started(Exchange exchange)
    {
        // One whose headers nobody wanted when it began, began before the tap.
        if (_isTapped && exchange.ShowsHeaders)
        {
            Observe(exchange);
        }
    }

    public void Responded(Exchange exchange)
    {
        if (Volatile.Read(ref _observing) > 0 && _observed.TryGetValue(exchange, out var observations))
        {
            Report(observations, exchange, TapEvents.ResponseInit);
        }
    }

    public void Ended(Exchange exchange)
    {
        if (Volatile.Read(ref _observing) > 0 && _observed.TryRemove(exchange, out var observations))
        {
            Interlocked.Decrement(ref _observing);
            Report(observations, exchange, TapEvents.ResponseEnd);
        }
    }

    // Apart, because a method with a lambda allocates for it however early it returns.
    private void Observe(Exchange exchange)
    {
        ImmutableArray<TapObservation> observations =
        [
            .. _taps.Where(tap => tap.Takes(exchange))
                .Select(tap => new TapObservation(tap.Id, new TapEvent.Types.StreamId { Base = tap.StreamBase, Stream = tap.NextStream() })),
        ];

        if (!observations.IsEmpty && _observed.TryAdd(exchange, observations))
        {
            Interlocked.Increment(ref _observing);
            Report(observations, exchange, TapEvents.RequestInit);
        }
    }

    private void Report(ImmutableArray<TapObservation> observations, Exchange exchange, Func<Exchange, TapEvent.Types.StreamId, TapEvent> describe)
    {
        foreach (var observation in observations)
        {
            _reports.Writer.TryWrite(new TapReport { TapId = observation.TapId, Event = describe(exchange, observation.Stream) });
        }
    }
}
