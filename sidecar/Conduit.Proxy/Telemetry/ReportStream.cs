using Conduit.Protocol.Telemetry;

namespace Conduit.Proxy.Telemetry;

/// <summary>What one stream of reports has told so far: series are described once and have a number from then on.</summary>
internal sealed class ReportStream
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<ReportKey, uint> _ids = [];
    private uint _lastId;
    private long _intervalTicks = DefaultInterval.Ticks;

    /// <summary>True for the first report, which tells everything.</summary>
    public bool IsNew { get; set; } = true;

    public TimeSpan Interval => TimeSpan.FromTicks(Interlocked.Read(ref _intervalTicks));

    public void Answered(ReportResponse answer)
    {
        if (answer.IntervalMs > 0)
        {
            Interlocked.Exchange(ref _intervalTicks, TimeSpan.FromMilliseconds(answer.IntervalMs).Ticks);
        }
    }

    /// <summary>The series' number; it is new when the series was not described yet.</summary>
    public uint IdOf(ReportKey key, out bool isNew)
    {
        isNew = !_ids.TryGetValue(key, out var id);

        if (isNew)
        {
            id = ++_lastId;
            _ids.Add(key, id);
        }

        return id;
    }

    /// <summary>Forgets series that are counted no more.</summary>
    public void Keep(IReadOnlySet<ReportKey> alive)
    {
        foreach (var gone in _ids.Keys.Where(key => !alive.Contains(key)).ToArray())
        {
            _ids.Remove(gone);
        }
    }
}
