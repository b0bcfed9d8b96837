namespace Conduit.Proxy.Transport.Timers;

/// <summary>
/// Timers of one loop: a ring of slots, each a list of the timers that are due when the hand passes, in this turn of the wheel or in a
/// later one. Scheduling and cancelling cost the same however many there are.
/// </summary>
internal sealed class TimerWheel(TimeProvider time)
{
    private const int Slots = 1024;
    private const int MillisecondsPerTick = 4;

    private readonly LoopTimer?[] _slots = new LoopTimer?[Slots];
    private readonly long _start = time.GetTimestamp();
    private long _tick;
    private long _nextTick = long.MaxValue;
    private int _count;

    /// <summary>Runs once, not before <paramref name="delay"/> has passed. A timer that waits already waits anew.</summary>
    public void Schedule(LoopTimer timer, TimeSpan delay)
    {
        Cancel(timer);

        // Rounded up, and one more because the current tick has partly passed.
        timer.DueTick = CurrentTick() + ((long)delay.TotalMilliseconds / MillisecondsPerTick) + 1;
        timer.IsScheduled = true;
        _count++;
        _nextTick = Math.Min(_nextTick, timer.DueTick);

        ref var head = ref _slots[timer.DueTick % Slots];
        timer.Next = head;
        timer.Previous = null;

        if (head is not null)
        {
            head.Previous = timer;
        }

        head = timer;
    }

    public void Cancel(LoopTimer timer)
    {
        if (!timer.IsScheduled)
        {
            return;
        }

        timer.IsScheduled = false;
        _count--;

        if (timer.Previous is null)
        {
            _slots[timer.DueTick % Slots] = timer.Next;
        }
        else
        {
            timer.Previous.Next = timer.Next;
        }

        if (timer.Next is not null)
        {
            timer.Next.Previous = timer.Previous;
        }

        (timer.Next, timer.Previous) = (null, null);
    }

    /// <summary>Milliseconds until something may be due; −1 when nothing waits.</summary>
    public int Delay()
    {
        if (_count == 0)
        {
            return -1;
        }

        var ticks = Math.Max(_nextTick - CurrentTick(), 0);
        return (int)Math.Min(ticks * MillisecondsPerTick, int.MaxValue);
    }

    /// <summary>Runs what is due.</summary>
    public void Advance()
    {
        var now = CurrentTick();

        if (now < _nextTick)
        {
            _tick = now;
            return;
        }

        // After a long sleep one turn of the wheel passes every slot.
        for (var tick = Math.Max(_tick, now - Slots + 1); tick <= now; tick++)
        {
            FireSlot((int)(tick % Slots), now);
        }

        _tick = now;
        _nextTick = FindNext(now);
    }

    private void FireSlot(int slot, long now)
    {
        // A callback may cancel or schedule any timer, this slot's included, so each look starts at the head.
        while (FindDue(_slots[slot], now) is { } timer)
        {
            Cancel(timer);
            timer.Fire();
        }
    }

    private static LoopTimer? FindDue(LoopTimer? timer, long now)
    {
        while (timer is not null && timer.DueTick > now)
        {
            timer = timer.Next;
        }

        return timer;
    }

    // Looks one turn ahead; when all that waits is further away, waking once a turn is cheap enough.
    private long FindNext(long now)
    {
        for (var tick = now + 1; _count > 0 && tick < now + Slots; tick++)
        {
            if (FindDue(_slots[tick % Slots], tick) is not null)
            {
                return tick;
            }
        }

        return _count > 0 ? now + Slots : long.MaxValue;
    }

    private long CurrentTick() => (long)time.GetElapsedTime(_start).TotalMilliseconds / MillisecondsPerTick;
}
