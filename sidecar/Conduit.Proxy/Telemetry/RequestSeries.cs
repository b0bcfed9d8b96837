using System.Collections.Concurrent;
using System.Text;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>Counts requests of one kind, and their responses by how they ended.</summary>
internal sealed class RequestSeries(RequestKey key, long sinceMicroseconds)
{
    private readonly ConcurrentDictionary<ResponseKey, ResponseSeries> _responses = new();
    private volatile ResponseSeries? _recent;
    private volatile bool _isDropped;
    private long _requests;

    public RequestKey Key { get; } = key;

    /// <summary>Unix time in microseconds; 0 when it began with the process.</summary>
    public long SinceMicroseconds { get; } = sinceMicroseconds;

    /// <summary>A timestamp of the clock.</summary>
    public long UsedAt;

    /// <summary>Its labels as the metrics page writes them, in the page's fixed order.</summary>
    public string Labels { get; } = Describe(key);

    /// <summary>True once nobody looks at its counters any more.</summary>
    public bool IsDropped => _isDropped;

    public long Requests => Interlocked.Read(ref _requests);

    public IEnumerable<KeyValuePair<ResponseKey, ResponseSeries>> Responses => _responses;

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void Drop() => _isDropped = true;

    public ResponseSeries Response(ResponseKey key)
    {
        // Most requests of one kind end in the same way.
        if (_recent is not { } recent || recent.Key != key)
        {
            _recent = recent = _responses.GetOrAdd(key, missing => new ResponseSeries(missing));
        }

        return recent;
    }

    private static string Describe(RequestKey key)
    {
        var text = new StringBuilder()
            .Append(MetricsText.Label("authority", key.Authority))
            .Append(',').Append(MetricsText.Label("direction", key.Direction.Label()));

        foreach (var (name, value) in key.Labels.Pairs)
        {
            text.Append(',').Append(MetricsText.Label("dst_" + Sanitized(name), value));
        }

        if (key.IsProbe)
        {
            text.Append(",probe=\"true\"");
        }

        return text.Append(',').Append(MetricsText.Label(TlsStatus.Label, TlsStatus.Of(key.Direction))).ToString();
    }

    private static string Sanitized(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
}
