namespace Conduit.Proxy.Http2.Streams;

/// <summary>The beginning of a request's body, as long as it may have to be sent again.</summary>
internal sealed class ReplayBuffer(int limit)
{
    // What is larger is given back after the request: few requests are, and streams are kept in thousands.
    private const int Kept = 4 * 1024;

    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>False once more was sent than is kept.</summary>
    public bool IsComplete { get; private set; } = true;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (!IsComplete)
        {
            return;
        }

        if (_length + bytes.Length > limit)
        {
            IsComplete = false;
            Release();
            return;
        }

        if (_length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Math.Max(512, _length + bytes.Length)));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>From here on nothing is sent again.</summary>
    public void Stop()
    {
        IsComplete = false;
        Release();
    }

    public void Reset()
    {
        IsComplete = true;
        Release();
    }

    /// <summary>Forgets the bytes, which are about to be sent and so added again.</summary>
    public void Rewind() => _length = 0;

    private void Release()
    {
        _length = 0;

        if (_bytes.Length > Kept)
        {
            _bytes = [];
        }
    }
}
