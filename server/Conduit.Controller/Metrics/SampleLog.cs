using System.Runtime.InteropServices;

namespace Conduit.Controller.Metrics;

/// <summary>
/// What one series counted, moment by moment, in one packed array. A sample is: seconds since the sample before, responses, length of
/// the rest, and then for each bucket the distance to the bucket before and its count; all of variable length. Added at one end,
/// dropped at the other.
/// </summary>
internal sealed class SampleLog
{
    private const int Smallest = 64;
    private const int FewBuckets = 32;
    private const int BucketLength = 2 * VariableLength.Longest;
    private const int HeadRoom = 3 * VariableLength.Longest;

    private byte[] _bytes = [];
    private int _head;
    private int _tail;
    private int _baseTime;
    private int _lastTime;

    public bool IsEmpty => _head == _tail;

    /// <summary>Bytes of memory held.</summary>
    public int Capacity => _bytes.Length;

    public SampleReader Read() => new(_bytes.AsSpan(_head.._tail), _baseTime);

    /// <param name="time">Not before that of the last sample.</param>
    /// <param name="responses">Responses at that time.</param>
    /// <param name="buckets">Their latencies, in the order of bucket numbers.</param>
    public void Append(int time, ulong responses, List<BucketCount> buckets)
    {
        Span<byte> packed = buckets.Count <= FewBuckets ? stackalloc byte[FewBuckets * BucketLength] : new byte[buckets.Count * BucketLength];
        var length = Pack(CollectionsMarshal.AsSpan(buckets), packed);
        MakeRoom(HeadRoom + length);

        if (IsEmpty)
        {
            _baseTime = _lastTime = time;
        }

        _tail += VariableLength.Write(_bytes.AsSpan(_tail), (ulong)(time - _lastTime));
        _tail += VariableLength.Write(_bytes.AsSpan(_tail), responses);
        _tail += VariableLength.Write(_bytes.AsSpan(_tail), (ulong)length);
        packed[..length].CopyTo(_bytes.AsSpan(_tail));
        _tail += length;
        _lastTime = time;
    }

    /// <summary>Drops the samples before <paramref name="time"/>.</summary>
    public void DropBefore(int time)
    {
        var reader = Read();
        var (dropped, last) = (0, _baseTime);

        while (reader.MoveNext() && reader.Time < time)
        {
            (dropped, last) = (reader.Position, reader.Time);
        }

        _head += dropped;
        _baseTime = last;

        if (IsEmpty)
        {
            _bytes = [];
            _head = _tail = 0;
        }
    }

    private static int Pack(ReadOnlySpan<BucketCount> buckets, Span<byte> target)
    {
        var (length, number) = (0, 0);

        foreach (var bucket in buckets)
        {
            length += VariableLength.Write(target[length..], (ulong)(bucket.Number - number));
            length += VariableLength.Write(target[length..], bucket.Count);
            number = bucket.Number;
        }

        return length;
    }

    private void MakeRoom(int wanted)
    {
        if (_bytes.Length - _tail >= wanted)
        {
            return;
        }

        var used = _tail - _head;

        // A log that lost as much at its head as it needs stays as large as it is.
        var needed = used + wanted;
        var target = needed <= _bytes.Length && needed >= _bytes.Length / 4 ? _bytes : new byte[Math.Max(Smallest, needed + (used / 2))];
        _bytes.AsSpan(_head.._tail).CopyTo(target);
        (_bytes, _head, _tail) = (target, 0, used);
    }
}
