namespace Conduit.Proxy.Transport.Buffers;

/// <summary>Pinned arrays of one size, lent to the connections of one loop and so used by one thread only.</summary>
internal sealed class BufferPool(int kept = 256)
{
    /// <summary>The length of every array.</summary>
    public const int BufferLength = 32 * 1024;

    private readonly Stack<byte[]> _free = new();

    /// <summary>Arrays that are lent now.</summary>
    public int Lent { get; private set; }

    public byte[] Rent()
    {
        Lent++;
        return _free.TryPop(out var buffer) ? buffer : GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true);
    }

    public void Return(byte[] buffer)
    {
        Lent--;

        if (_free.Count < kept)
        {
            _free.Push(buffer);
        }
    }
}
