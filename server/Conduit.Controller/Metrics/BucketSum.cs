using Conduit.Model.Metrics;

namespace Conduit.Controller.Metrics;

/// <summary>Adds samples up into one; room to work in, used again and again by one caller.</summary>
internal sealed class BucketSum
{
    private readonly ulong[] _counts = new ulong[LatencyBuckets.Count];
    private readonly List<BucketCount> _buckets = [];

    public ulong Responses { get; private set; }

    public void Add(ref SampleReader sample)
    {
        Responses += sample.Responses;

        while (sample.MoveNextBucket(out var bucket))
        {
            _counts[bucket.Number] += bucket.Count;
        }
    }

    /// <summary>The sum's buckets in order. It starts again at zero, and the list holds until the next call.</summary>
    public List<BucketCount> Take(out ulong responses)
    {
        _buckets.Clear();

        for (var number = 0; number < _counts.Length; number++)
        {
            if (_counts[number] != 0)
            {
                _buckets.Add(new BucketCount(number, _counts[number]));
            }
        }

        Array.Clear(_counts);
        responses = Responses;
        Responses = 0;
        return _buckets;
    }
}
