using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Model.Cluster;
using Conduit.Protocol.Common;
using Conduit.Protocol.Telemetry;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>A ring with a clock that the test moves, and eyes to look into it.</summary>
internal sealed class RingProbe
{
    public static readonly PodName Web = new(Mesh.Namespace, "web-1");

    public RingProbe(RingLimits? limits = null)
    {
        Ring = new TrafficRing(Time, limits ?? new RingLimits());
    }

    public ManualTimeProvider Time { get; } = new();

    public TrafficRing Ring { get; }

    public ReportStream Open(PodName? pod = null) => Ring.Open(pod ?? Web);

    public ReportOutcome Send(ReportStream stream, ReportRequest report, Pod? pod = null) => stream.Apply(report, pod, Ring.Second);

    /// <summary>One report on a stream of its own, from a process whose epoch is the pod's first.</summary>
    public void Count(PodName pod, params IEnumerable<HttpSeries> series)
    {
        using var stream = Open(pod);
        Send(stream, Reports.Of(Reports.Epoch, first: true, series));
    }

    /// <summary>Moves the clock second by second and sweeps as the controller does.</summary>
    public void Pass(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));

            if (Ring.Second % RingClock.BlockSeconds == 0)
            {
                Ring.Sweep();
            }
        }
    }

    public ulong Responses(int seconds = RingClock.HeldSeconds) => Totals(seconds).Successes + Totals(seconds).Failures;

    public TrafficTotals Totals(int seconds = RingClock.HeldSeconds, Func<SeriesKey, bool>? where = null)
    {
        var totals = new TrafficTotals();
        Ring.Read(Ring.WindowOf(TimeSpan.FromSeconds(seconds)), _ => key => where?.Invoke(key) == false ? null : totals);
        return totals;
    }

    public IReadOnlySet<string> Authorities(ProxyDirection direction)
    {
        var authorities = new HashSet<string>();
        Ring.Read(Ring.WindowOf(TimeSpan.FromMinutes(10)), _ => key =>
        {
            if (key.Direction == direction)
            {
                authorities.Add(key.Authority);
            }

            return null;
        });
        return authorities;
    }
}
