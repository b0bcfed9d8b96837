using Conduit.Controller.Cluster;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Metrics;

/// <summary>A pod whose proxy reports: what it counted, and the last values of its counters. All of it is guarded by one lock.</summary>
internal sealed class Reporter(PodName name, Budget series, Budget counters, RingLimits limits)
{
    private const int MostEpochs = 4;

    private readonly Dictionary<SeriesKey, SeriesHistory> _series = [];
    private readonly List<CounterEpoch> _epochs = [];
    private int _streams;
    private int _lastReport = -1;

    public PodName Name => name;

    public Lock Gate { get; } = new();

    /// <summary>The pod as it was last seen in the cluster, so that what it counted keeps its owner after it is gone.</summary>
    public Pod? LastPod { get; private set; }

    /// <summary>The second of the last report; null before the first.</summary>
    public int? LastReport => Volatile.Read(ref _lastReport) is var second and >= 0 ? second : null;

    /// <summary>The pod as the picture has it, or as it was last seen.</summary>
    public Pod PodIn(ClusterSnapshot cluster) => cluster.FindPod(name) ?? LastPod ?? new Pod { Namespace = name.Namespace, Name = name.Name };

    public void Enter()
    {
        lock (Gate)
        {
            _streams++;
        }
    }

    public void Leave(ReportStream stream)
    {
        lock (Gate)
        {
            _streams--;

            foreach (var epoch in _epochs.Where(epoch => epoch.Stream == stream))
            {
                epoch.Stream = null;
            }
        }
    }

    public void SeenLocked(Pod? pod, int second)
    {
        LastPod = pod ?? LastPod;
        Volatile.Write(ref _lastReport, second);
    }

    /// <summary>False when the epoch is new to this controller; it is then made.</summary>
    public bool TryFindEpochLocked(ulong id, out CounterEpoch epoch)
    {
        if (_epochs.Find(known => known.Id == id) is { } found)
        {
            epoch = found;
            return true;
        }

        if (_epochs.Count == MostEpochs)
        {
            ForgetLocked(_epochs.MinBy(known => known.LastReport)!);
        }

        _epochs.Add(epoch = new CounterEpoch(id));
        return false;
    }

    public void CountLocked(SeriesKey key, SeriesDelta delta, int second) => HistoryOfLocked(key).Append(second, delta);

    /// <summary>Adds what was counted since <paramref name="since"/> to the sink that <paramref name="select"/> names for each series.</summary>
    public void Read(int since, Func<SeriesKey, ITrafficSink?> select)
    {
        lock (Gate)
        {
            foreach (var (key, history) in _series)
            {
                if (select(key) is { } sink)
                {
                    history.AddTo(sink, key, since);
                }
            }
        }
    }

    /// <summary>Makes old samples coarser and forgets what is too old. True when nothing is left of the reporter.</summary>
    public bool Sweep(int second, BucketSum sum)
    {
        lock (Gate)
        {
            foreach (var (key, history) in _series)
            {
                history.Fold(second, sum);

                if (history.IsEmpty)
                {
                    _series.Remove(key);
                    series.Return();
                }
            }

            foreach (var epoch in _epochs.FindAll(epoch => epoch.Stream is null && second - epoch.LastReport > RingClock.HeldSeconds))
            {
                ForgetLocked(epoch);
            }

            return _streams == 0 && _series.Count == 0 && _epochs.Count == 0;
        }
    }

    private SeriesHistory HistoryOfLocked(SeriesKey key)
    {
        if (_series.TryGetValue(key, out var known))
        {
            return known;
        }

        var fits = key.Authority.Length <= limits.AuthorityLength && _series.Count < limits.SeriesOfOnePod;

        if (fits && series.TryTake())
        {
            return _series[key] = new SeriesHistory();
        }

        if (!fits)
        {
            series.Refuse();
        }

        return CollectiveLocked(key.WithoutNames());
    }

    // These are few for each pod, so there is always room for them.
    private SeriesHistory CollectiveLocked(SeriesKey key)
    {
        if (!_series.TryGetValue(key, out var history))
        {
            series.Take();
            _series[key] = history = new SeriesHistory();
        }

        return history;
    }

    private void ForgetLocked(CounterEpoch epoch)
    {
        _epochs.Remove(epoch);
        counters.Return(epoch.Count);
    }
}
