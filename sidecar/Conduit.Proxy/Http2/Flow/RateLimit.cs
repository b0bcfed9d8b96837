namespace Conduit.Proxy.Http2.Flow;

/// <summary>
/// Lets a burst through and then so many a second: what no well-behaved peer exceeds, but every flood of frames that cost us more than
/// their sender does (CVE-2019-9512 and its siblings, CVE-2023-44487, CVE-2025-8671).
/// </summary>
internal struct RateLimit(int burst, int perSecond)
{
    private double _left = burst;
    private long _updatedAt;

    /// <param name="now">A timestamp.</param>
    /// <param name="frequency">Timestamps in a second.</param>
    public bool TryTake(long now, long frequency)
    {
        if (_updatedAt != 0)
        {
            _left = Math.Min(burst, _left + ((double)(now - _updatedAt) / frequency * perSecond));
        }

        _updatedAt = now;
        _left--;
        return _left >= 0;
    }
}
