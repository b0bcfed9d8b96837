namespace Conduit.Controller.Metrics;

/// <summary>
/// The last cumulative counts of a histogram's buckets that are not empty. Only the lower half of each count is kept: there are a
/// hundred buckets to each of thousands of series, and between two reports no bucket grows by more.
/// </summary>
internal sealed class CumulativeBuckets
{
    private ushort[] _numbers = [];
    private uint[] _counts = [];
    private int _length;

    /// <summary>Takes the count over and returns how much of it is new.</summary>
    public ulong Advance(int number, ulong count)
    {
        var index = Array.BinarySearch(_numbers, 0, _length, (ushort)number);

        if (index < 0)
        {
            Insert(~index, (ushort)number, (uint)count);
            return count;
        }

        var added = (int)((uint)count - _counts[index]);

        if (added <= 0)
        {
            return 0;
        }

        _counts[index] = (uint)count;
        return (ulong)added;
    }

    public void Clear() => _length = 0;

    private void Insert(int index, ushort number, uint count)
    {
        if (_length == _numbers.Length)
        {
            var larger = _length + Math.Max(4, _length / 4);
            Array.Resize(ref _numbers, larger);
            Array.Resize(ref _counts, larger);
        }

        _numbers.AsSpan(index, _length - index).CopyTo(_numbers.AsSpan(index + 1));
        _counts.AsSpan(index, _length - index).CopyTo(_counts.AsSpan(index + 1));
        _numbers[index] = number;
        _counts[index] = count;
        _length++;
    }
}
