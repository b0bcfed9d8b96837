namespace Conduit.Proxy.Reliability;

/// <summary>Counts an endpoint's failures in a row and lets it rest when there are too many. The first request after a rest is the probe.</summary>
internal sealed class EndpointHealth(TimeProvider time, Random random, EjectionOptions options)
{
    private readonly Lock _lock = new();
    private int _failures;
    private long _restsUntil;

    /// <summary>A timestamp of the clock; 0 when it does not rest.</summary>
    public long RestsUntil => Volatile.Read(ref _restsUntil);

    public bool IsResting => RestsUntil is not 0 and var until && time.GetTimestamp() < until;

    public void Succeeded()
    {
        // Nearly every call finds nothing to change, so it looks before it locks.
        if (Volatile.Read(ref _failures) == 0)
        {
            return;
        }

        lock (_lock)
        {
            _failures = 0;
            Volatile.Write(ref _restsUntil, 0);
        }
    }

    public void Failed()
    {
        lock (_lock)
        {
            _failures++;

            if (_failures >= options.Failures)
            {
                var rest = options.Rest.Delay(_failures - options.Failures + 1, random);
                Volatile.Write(ref _restsUntil, time.GetTimestamp() + (long)(rest.TotalSeconds * time.TimestampFrequency));
            }
        }
    }
}
