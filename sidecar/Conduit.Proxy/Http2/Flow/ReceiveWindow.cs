namespace Conduit.Proxy.Http2.Flow;

/// <summary>What the peer may still send, and what of it we have not yet given back.</summary>
internal struct ReceiveWindow(int size)
{
    private readonly int _size = size;
    private int _available = size;
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

        var increment = _owed;
        _available += increment;
        _owed = 0;
        return increment;
    }
}
