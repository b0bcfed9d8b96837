namespace Conduit.Operations.Top;

/// <summary>The running numbers of one row.</summary>
internal sealed class TopTally
{
    private long _successes;
    private TimeSpan _best = TimeSpan.MaxValue;
    private TimeSpan _worst;
    private TimeSpan _last;

    public long Count { get; private set; }

    public void Add(TimeSpan latency, bool succeeded)
    {
        Count++;
        _successes += succeeded ? 1 : 0;
        _best = latency < _best ? latency : _best;
        _worst = latency > _worst ? latency : _worst;
        _last = latency;
    }

    public TopRow ToRow(TopKey key) => new()
    {
        Source = key.Source,
        Destination = key.Destination,
        Direction = key.Direction,
        Method = key.Method,
        Authority = key.Authority,
        Path = key.Path,
        Count = Count,
        Best = _best,
        Worst = _worst,
        Last = _last,
        SuccessRate = (double)_successes / Count,
    };
}
