using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Transport.Buffers;

/// <summary>
/// Pinned arrays of one size, lent to the connections of one loop and so used by one thread only. What comes back is kept for a while,
/// since to drop it and make it anew, again and again, costs memory and collections.
/// </summary>
internal sealed class BufferPool
{
    /// <summary>The length of every array.</summary>
    public const int BufferLength = 32 * 1024;

    /// <summary>So many are kept for good.</summary>
    public const int Kept = 256;

    /// <summary>More than that are kept until they were not wanted for so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A collection costs milliseconds, so less than 2 MB is not worth one.
    private const int WorthCollecting = 64;

    private readonly Stack<byte[]> _free = new();
    private readonly TimerWheel _timers;
    private readonly LoopTimer _trim;
    private int _unwanted;
    private int _dropped;

    public BufferPool(TimerWheel timers)
    {
        _timers = timers;
        _trim = new LoopTimer(Trim);
    }

    /// <summary>Arrays that are lent now.</summary>
    public int Lent { get; private set; }

    /// <summary>Arrays that wait to be lent.</summary>
    public int Free => _free.Count;

    public byte[] Rent()
    {
        Lent++;

        if (!_free.TryPop(out var buffer))
        {
            buffer = GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true);
        }

        _unwanted = Math.Min(_unwanted, _free.Count);
        return buffer;
    }

    public void Return(byte[] buffer)
    {
        Lent--;
        _free.Push(buffer);

        if (_free.Count > Kept && !_trim.IsScheduled)
        {
            WatchSurplus();
        }
    }

    private void WatchSurplus()
    {
        _unwanted = _free.Count;
        _timers.Schedule(_trim, Patience);
    }

    private void Trim()
    {
        for (var surplus = Math.Min(_unwanted, _free.Count - Kept); surplus > 0; surplus--)
        {
            _free.Pop();
            _dropped++;
        }

        Collect();

        if (_free.Count > Kept)
        {
            WatchSurplus();
        }
    }

    // A proxy allocates next to nothing, so no collection would come by itself, and the next burst would be given memory beside what was dropped.
    private void Collect()
    {
        if (_dropped >= WorthCollecting)
        {
            _dropped = 0;
            GC.Collect();
        }
    }
}
