namespace Conduit.Controller.Web.Streams;

/// <summary>How many event streams there may be, so that forgotten ones cannot use up the controller.</summary>
internal sealed class StreamSlots
{
    /// <summary>Each page that is looked at has one, and one more while it taps.</summary>
    public const int Most = 128;

    private int _used;

    public int Used => Volatile.Read(ref _used);

    /// <summary>False when there are too many already. Whoever entered has to leave.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _used) <= Most)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _used);
}
