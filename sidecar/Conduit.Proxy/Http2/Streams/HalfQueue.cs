namespace Conduit.Proxy.Http2.Streams;

/// <summary>Halves with something to send on one connection that has no room for it now. Each gets a portion in its turn, so that none starves.</summary>
internal sealed class HalfQueue
{
    private StreamHalf? _first;
    private StreamHalf? _last;

    public bool IsEmpty => _first is null;

    public void Add(StreamHalf half)
    {
        if (half.IsQueued)
        {
            return;
        }

        half.IsQueued = true;
        half.PreviousQueued = _last;
        half.NextQueued = null;

        if (_last is null)
        {
            _first = half;
        }
        else
        {
            _last.NextQueued = half;
        }

        _last = half;
    }

    public StreamHalf? Take()
    {
        var half = _first;

        if (half is not null)
        {
            Remove(half);
        }

        return half;
    }

    public void Remove(StreamHalf half)
    {
        if (!half.IsQueued)
        {
            return;
        }

        half.IsQueued = false;

        if (half.PreviousQueued is null)
        {
            _first = half.NextQueued;
        }
        else
        {
            half.PreviousQueued.NextQueued = half.NextQueued;
        }

        if (half.NextQueued is null)
        {
            _last = half.PreviousQueued;
        }
        else
        {
            half.NextQueued.PreviousQueued = half.PreviousQueued;
        }

        (half.NextQueued, half.PreviousQueued) = (null, null);
    }
}
