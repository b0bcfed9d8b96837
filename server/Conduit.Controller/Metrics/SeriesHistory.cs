namespace Conduit.Controller.Metrics;

/// <summary>What one series counted in the last ten minutes: by seconds for the last one, by ten seconds before.</summary>
internal sealed class SeriesHistory
{
    private readonly SampleLog _recent = new();
    private readonly SampleLog _older = new();

    public bool IsEmpty => _recent.IsEmpty && _older.IsEmpty;

    public void Append(int second, SeriesDelta delta) => _recent.Append(second, delta.Responses, delta.Buckets);

    /// <summary>Joins the seconds that are old enough and forgets what is too old.</summary>
    public void Fold(int now, BucketSum sum)
    {
        // A block is joined once all of it is older than what is kept by seconds.
        var end = RingClock.BlockOf(Math.Max(0, now - RingClock.FineSeconds));
        var reader = _recent.Read();
        var block = -1;

        while (reader.MoveNext() && reader.Time < end)
        {
            if (block >= 0 && RingClock.BlockOf(reader.Time) != block)
            {
                Close(block, sum);
            }

            block = RingClock.BlockOf(reader.Time);
            sum.Add(ref reader);
        }

        if (block >= 0)
        {
            Close(block, sum);
            _recent.DropBefore(end);
        }

        _older.DropBefore(RingClock.BlockOf(Math.Max(0, now - RingClock.HeldSeconds)));
    }

    public void AddTo(ITrafficSink sink, SeriesKey key, int since)
    {
        AddTo(sink, key, since, _older.Read());
        AddTo(sink, key, since, _recent.Read());
    }

    private static void AddTo(ITrafficSink sink, SeriesKey key, int since, SampleReader reader)
    {
        while (reader.MoveNext())
        {
            if (reader.Time >= since)
            {
                sink.Add(key, ref reader);
            }
        }
    }

    private void Close(int block, BucketSum sum)
    {
        var buckets = sum.Take(out var responses);
        _older.Append(block, responses, buckets);
    }
}
