namespace Conduit.Proxy.Detection;

/// <summary>Reads numbers and blocks with a length before them. A length that lies makes it broken, and from then on all is empty.</summary>
internal ref struct HelloReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public bool IsBroken { get; private set; }

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte Byte() => (byte)Number(1);

    /// <param name="size">Bytes of the number, at most three; most significant first.</param>
    public int Number(int size)
    {
        var value = 0;

        foreach (var part in Skip(size))
        {
            value = (value << 8) | part;
        }

        return value;
    }

    /// <param name="lengthSize">Bytes of the length before the block.</param>
    public ReadOnlySpan<byte> Block(int lengthSize) => Skip(Number(lengthSize));

    public ReadOnlySpan<byte> Skip(int count)
    {
        if (count > _rest.Length)
        {
            IsBroken = true;
            _rest = default;
            return default;
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
