namespace Conduit.Proxy.Http2.Flow;

/// <summary>What may still be sent (RFC 9113 §6.9). May be negative after the peer made its initial window smaller.</summary>
internal struct SendWindow(int size)
{
    /// <summary>Every window's size until SETTINGS say otherwise.</summary>
    public const int Initial = 65_535;

    private int _size = size;

    public readonly int Available => Math.Max(_size, 0);

    public readonly int Size => _size;

    public void Take(int count) => _size -= count;

    /// <summary>False when the sum is more than a window can be, which is a FLOW_CONTROL_ERROR.</summary>
    public bool TryAdd(int count)
    {
        var sum = (long)_size + count;

        if (sum is > int.MaxValue or < int.MinValue)
        {
            return false;
        }

        _size = (int)sum;
        return true;
    }
}
