namespace Conduit.Controller.Metrics;

/// <summary>So many of something there may be at once. Safe for concurrent use.</summary>
internal sealed class Budget(int limit)
{
    private int _used;
    private long _refused;

    public int Used => Volatile.Read(ref _used);

    /// <summary>How often there was no room, in all.</summary>
    public long Refused => Volatile.Read(ref _refused);

    public bool TryTake()
    {
        if (Interlocked.Increment(ref _used) <= limit)
        {
            return true;
        }

        Interlocked.Decrement(ref _used);
        Refuse();
        return false;
    }

    /// <summary>Takes one whatever the limit.</summary>
    public void Take() => Interlocked.Increment(ref _used);

    public void Refuse() => Interlocked.Increment(ref _refused);

    public void Return(int count = 1) => Interlocked.Add(ref _used, -count);
}
