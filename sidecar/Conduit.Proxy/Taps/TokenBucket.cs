namespace Conduit.Proxy.Taps;

/// <summary>Lets so many through per second, and at most that many at once.</summary>
/// <param name="rate">Per second; 0 or less for no limit.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(double rate, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly double _capacity = Math.Max(1, rate);
    private double _tokens = Math.Max(1, rate);
    private long _filledAt = time.GetTimestamp();

    public bool TryTake()
    {
        if (rate <= 0)
        {
            return true;
        }

        lock (_lock)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(_capacity, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * rate));
            _filledAt = now;

            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
