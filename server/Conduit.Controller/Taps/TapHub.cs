using Conduit.Controller.Cluster;
using Conduit.Protocol.Taps;

namespace Conduit.Controller.Taps;

/// <summary>Brings taps and proxies together: each tap runs on every attached proxy whose pod it selects, those that come later too.</summary>
internal sealed class TapHub(ClusterStore cluster, TimeProvider time)
{
    private const int MostTaps = 100;

    private readonly Lock _lock = new();
    private readonly HashSet<ActiveTap> _taps = [];
    private readonly HashSet<AttachedProxy> _proxies = [];
    private ulong _lastId;
    private long _dropped;

    /// <summary>Taps that run now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _taps.Count;
            }
        }
    }

    /// <summary>Events lost in all because a tap's client was too slow.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    public AttachedProxy Attach(PodName pod)
    {
        var proxy = new AttachedProxy(pod);

        lock (_lock)
        {
            _proxies.Add(proxy);
            RejoinLocked(cluster.Current);
        }

        return proxy;
    }

    public void Detach(AttachedProxy proxy)
    {
        lock (_lock)
        {
            _proxies.Remove(proxy);
        }
    }

    /// <summary>Null when as many taps run as may.</summary>
    public ActiveTap? Start(TapPlan plan)
    {
        lock (_lock)
        {
            if (_taps.Count == MostTaps)
            {
                return null;
            }

            var tap = new ActiveTap(++_lastId, plan, time);
            _taps.Add(tap);
            RejoinLocked(cluster.Current);
            return tap;
        }
    }

    public void Stop(ActiveTap tap)
    {
        lock (_lock)
        {
            _taps.Remove(tap);

            foreach (var proxy in _proxies)
            {
                proxy.Stop(tap);
            }
        }
    }

    /// <summary>Looks again which proxies each tap runs on, because the cluster changed.</summary>
    public void Rejoin(ClusterSnapshot snapshot)
    {
        lock (_lock)
        {
            RejoinLocked(snapshot);
        }
    }

    /// <summary>Takes an event in. One of a tap that was just stopped goes nowhere.</summary>
    public void Deliver(AttachedProxy proxy, TapReport report)
    {
        if (report.Event is { } tapEvent && proxy.Find(report.TapId)?.Offer(tapEvent, cluster.Current) == false)
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    private void RejoinLocked(ClusterSnapshot snapshot)
    {
        foreach (var tap in _taps)
        {
            foreach (var proxy in _proxies)
            {
                Join(tap, proxy, snapshot);
            }
        }
    }

    private static void Join(ActiveTap tap, AttachedProxy proxy, ClusterSnapshot snapshot)
    {
        // A proxy may attach before its pod shows up in the picture; it joins when it does.
        if (snapshot.FindPod(proxy.Pod) is { } pod && tap.Plan.Target.Matches(pod))
        {
            proxy.Start(tap);
        }
        else
        {
            proxy.Stop(tap);
        }
    }
}
