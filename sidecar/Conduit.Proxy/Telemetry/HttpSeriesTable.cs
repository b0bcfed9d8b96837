using System.Collections.Concurrent;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Telemetry;

/// <summary>
/// The counters of HTTP by kind of request. Authorities are what clients choose to send, so their number is bounded: those beyond it
/// are counted together.
/// </summary>
internal sealed class HttpSeriesTable(ProxyOptions options, TimeProvider time) : IIdleHolder
{
    /// <summary>The authority of whatever found no room of its own.</summary>
    public const string Overflow = "other";

    private const int Capacity = 2_000;
    private const int LongestAuthority = 255;

    private readonly ConcurrentDictionary<RequestKey, RequestSeries> _series = new();
    private volatile bool _hasDropped;

    /// <summary>In no order.</summary>
    public IEnumerable<RequestSeries> All => _series.Values;

    public RequestSeries Get(RequestKey key) => Get(key, recent: null, time.GetTimestamp());

    /// <param name="key">The kind.</param>
    /// <param name="recent">One that may be it, which is found out sooner than looked up.</param>
    /// <param name="now">A timestamp of the clock.</param>
    public RequestSeries Get(RequestKey key, RequestSeries? recent, long now)
    {
        var series = recent is { IsDropped: false } && recent.Key == key ? recent : _series.TryGetValue(key, out var known) ? known : Add(key);
        Volatile.Write(ref series.UsedAt, now);
        return series;
    }

    public void DropIdle()
    {
        foreach (var (key, series) in _series)
        {
            if (time.GetElapsedTime(Volatile.Read(ref series.UsedAt)) > options.MetricsRetainIdle)
            {
                _hasDropped = true;
                _series.TryRemove(key, out _);
                series.Drop();
            }
        }
    }

    private RequestSeries Add(RequestKey key)
    {
        var hasRoom = _series.Count < Capacity && key.Authority.Length <= LongestAuthority;
        return _series.GetOrAdd(
            hasRoom ? key : new RequestKey(key.Direction, Overflow, EndpointLabels.None, key.IsProbe),
            missing => new RequestSeries(missing, _hasDropped ? Now() : 0) { UsedAt = time.GetTimestamp() });
    }

    private long Now() => (long)(time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMicroseconds;
}
