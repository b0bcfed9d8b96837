namespace Conduit.Controller.Metrics;

/// <summary>Walks through the samples of a <see cref="SampleLog"/>; the layout is described there.</summary>
internal ref struct SampleReader(ReadOnlySpan<byte> bytes, int baseTime)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _buckets;
    private int _number;

    public int Time { get; private set; } = baseTime;

    public ulong Responses { get; private set; }

    /// <summary>Bytes of the samples up to and with the current one.</summary>
    public int Position { get; private set; }

    /// <summary>Goes to the next sample, whether or not the buckets of this one were read.</summary>
    public bool MoveNext()
    {
        if (Position == _bytes.Length)
        {
            return false;
        }

        _buckets = Position;
        Time += (int)VariableLength.Read(_bytes, ref _buckets);
        Responses = VariableLength.Read(_bytes, ref _buckets);
        var length = (int)VariableLength.Read(_bytes, ref _buckets);
        _number = 0;
        Position = _buckets + length;
        return true;
    }

    public bool MoveNextBucket(out BucketCount bucket)
    {
        if (_buckets == Position)
        {
            bucket = default;
            return false;
        }

        _number += (int)VariableLength.Read(_bytes, ref _buckets);
        bucket = new BucketCount(_number, VariableLength.Read(_bytes, ref _buckets));
        return true;
    }
}
