using Conduit.Model.Metrics;

namespace Conduit.Controller.Prometheus;

/// <summary>A Prometheus histogram put on the mesh's own scale: what a bucket counted is spread evenly over the finer ones inside it.</summary>
internal static class PrometheusHistogram
{
    /// <param name="latencies">What to add to.</param>
    /// <param name="buckets">Each bound in milliseconds, and how many values did not exceed it, as <c>increase</c> estimates it.</param>
    public static void AddTo(LatencyHistogram latencies, IEnumerable<(double Bound, double Count)> buckets)
    {
        var (number, below, added) = (0, 0.0, 0UL);

        foreach (var (bound, estimate) in buckets.OrderBy(bucket => bucket.Bound))
        {
            // Each bound is estimated on its own, so a later one may come out a little smaller.
            var count = Math.Max(estimate, below);
            var last = double.IsInfinity(bound) ? Math.Min(number, LatencyBuckets.Count - 1) : LatencyBuckets.NumberOf((long)(bound * 1000));
            var finer = last - number + 1;

            for (var step = 1; step <= finer; step++, number++)
            {
                var total = (ulong)Math.Round(below + ((count - below) * step / finer));
                latencies.Add(number, total - added);
                added = total;
            }

            below = count;
        }
    }
}
