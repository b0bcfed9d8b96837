namespace Conduit.Controller.Metrics;

/// <summary>What a series counted since its last report; room to work in, used for all series of a report.</summary>
internal sealed class SeriesDelta
{
    public ulong Responses { get; set; }

    /// <summary>In the order of bucket numbers.</summary>
    public List<BucketCount> Buckets { get; } = [];

    public bool IsEmpty => Responses == 0 && Buckets.Count == 0;

    public void Clear()
    {
        Responses = 0;
        Buckets.Clear();
    }

    public void Sort() => Buckets.Sort((left, right) => left.Number.CompareTo(right.Number));
}
