using System.Collections.Immutable;
using Conduit.Model.Metrics;

namespace Conduit.Proxy.Telemetry;

/// <summary>A histogram as the metrics page shows it: how many values did not exceed each of <see cref="Bounds"/>.</summary>
/// <param name="Cumulative">One count for each bound.</param>
/// <param name="Count">All values, those above the last bound included.</param>
/// <param name="Sum">Their sum in milliseconds.</param>
internal sealed record HistogramSnapshot(ImmutableArray<ulong> Cumulative, ulong Count, double Sum)
{
    /// <summary>In milliseconds: 1 to 5, then five steps in each decade up to 50,000.</summary>
    public static ImmutableArray<int> Bounds { get; } =
        [.. new[] { 1, 10, 100, 1_000, 10_000 }.SelectMany(decade => Enumerable.Range(1, 5).Select(step => step * decade))];

    // Every bound of the page is a bound of the one scale too, so these sums are exact.
    private static readonly ImmutableArray<int> LastBuckets = [.. Bounds.Select(bound => LatencyBuckets.NumberOf(bound * 1_000L))];

    public static HistogramSnapshot Of(LatencyHistogram histogram, double sum)
    {
        var cumulative = ImmutableArray.CreateBuilder<ulong>(Bounds.Length);
        ulong seen = 0;
        var number = 0;

        foreach (var last in LastBuckets)
        {
            for (; number <= last; number++)
            {
                seen += histogram[number];
            }

            cumulative.Add(seen);
        }

        return new HistogramSnapshot(cumulative.MoveToImmutable(), histogram.Total, sum);
    }

    public static HistogramSnapshot Merge(HistogramSnapshot one, HistogramSnapshot other) => new(
        [.. one.Cumulative.Zip(other.Cumulative, (left, right) => left + right)],
        one.Count + other.Count,
        one.Sum + other.Sum);
}
