using Conduit.Model.Metrics;

namespace Conduit.Proxy.Telemetry;

/// <summary>How long connections lasted that ended in the same way.</summary>
internal sealed class TransportCloseSeries
{
    private readonly Lock _lock = new();
    private readonly LatencyHistogram _durations = new();
    private double _milliseconds;

    public void Record(TimeSpan lasted)
    {
        lock (_lock)
        {
            _durations.Record(lasted);
            _milliseconds += lasted.TotalMilliseconds;
        }
    }

    public HistogramSnapshot Snapshot()
    {
        lock (_lock)
        {
            return HistogramSnapshot.Of(_durations, _milliseconds);
        }
    }
}
