namespace Conduit.Proxy.Http2.Flow;

/// <summary>
/// What a peer may send on its whole connection. It is given back on receipt, so that one slow reader does not hold up the streams of
/// others, until so much waits for slow readers that memory counts more.
/// </summary>
internal sealed class ConnectionCredit(int window, long bufferLimit)
{
    private ReceiveWindow _window = new(window, window);
    private long _buffered;
    private int _withheld;

    /// <summary>True while nothing is given back.</summary>
    public bool IsHeldBack => _buffered > bufferLimit;

    /// <summary>False when the peer sent more than it may.</summary>
    public bool TryTake(int length)
    {
        if (!_window.TryTake(length))
        {
            return false;
        }

        if (IsHeldBack)
        {
            _withheld += length;
        }
        else
        {
            _window.Free(length);
        }

        return true;
    }

    /// <summary>Bytes of the peer's wait for a slow reader.</summary>
    public void Buffered(int count) => _buffered += count;

    public void Unbuffered(int count)
    {
        _buffered -= count;

        if (_withheld > 0 && !IsHeldBack)
        {
            _window.Free(_withheld);
            _withheld = 0;
        }
    }

    /// <summary>What to tell the peer now; 0 while it is too little to be worth a frame.</summary>
    public int Refill() => _window.Refill();
}
