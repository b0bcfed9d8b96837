namespace Conduit.Controller.Metrics;

/// <summary>One life of a proxy's process: the last values of all its series, and which stream speaks for it. Guarded by its reporter.</summary>
internal sealed class CounterEpoch(ulong id)
{
    private readonly Dictionary<SeriesKey, CumulativeSeries> _series = [];

    /// <summary>When the process started, as it says itself.</summary>
    public ulong Id => id;

    /// <summary>The newest stream of the process; null when it ended.</summary>
    public ReportStream? Stream { get; set; }

    /// <summary>The second of the last report.</summary>
    public int LastReport { get; set; }

    public int Count => _series.Count;

    public CumulativeSeries? Find(SeriesKey key) => _series.GetValueOrDefault(key);

    /// <summary>Forgets all series but these, and returns how many that were.</summary>
    public int Keep(IReadOnlySet<SeriesKey> held)
    {
        var before = _series.Count;

        foreach (var key in _series.Keys.Where(key => !held.Contains(key)).ToList())
        {
            _series.Remove(key);
        }

        return before - _series.Count;
    }

    public CumulativeSeries Add(SeriesKey key) => _series[key] = new CumulativeSeries(key);
}
