namespace Conduit.Proxy.Http2.Flow;

/// <summary>
/// What the peer may still send, and what of it we have not yet given back. It may begin small, and grows when something of it is free
/// again: what is never read is not worth much memory.
/// </summary>
/// <param name="initial">Bytes that the peer may send before any is read.</param>
/// <param name="full">Bytes that it may send ahead from then on; no fewer.</param>
internal struct ReceiveWindow(int initial, int full)
{
    private int _size = initial;
    private int _available = initial;
    private int _owed;

    /// <summary>False when the peer sent more than it may.</summary>
    public bool TryTake(int count)
    {
        _available -= count;
        return _available >= 0;
    }

    /// <summary>Room that is free again.</summary>
    public void Free(int count) => _owed += count;

    /// <summary>What to tell the peer now; 0 while it is too little to be worth a frame.</summary>
    public int Refill()
    {
        if (_owed < _size / 4)
        {
            return 0;
        }

        var increment = _owed + full - _size;
        _size = full;
        _available += increment;
        _owed = 0;
        return increment;
    }
}
