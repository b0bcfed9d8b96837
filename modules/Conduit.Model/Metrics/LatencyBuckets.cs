namespace Conduit.Model.Metrics;

/// <summary>
/// The one scale for latencies, in microseconds: log-linear with two significant decimal digits. Bucket 0 holds 0 to 1 µs; up to
/// 100 µs every microsecond has its bucket, and from there each decade has ninety. A bucket holds what is above its lower and not
/// above its upper bound, so every bound of the metrics page (1, 2, 5, 10, … ms) is a bound here too, and counts agree exactly.
/// A value reported as its bucket's middle is off by 5 % at most.
/// </summary>
public static class LatencyBuckets
{
    /// <summary>Buckets in all; the last one also takes whatever is longer than 1,000 seconds.</summary>
    public const int Count = Linear + (Decades * PerDecade);

    private const int Linear = 100;
    private const int PerDecade = 90;
    private const int Decades = 7;

    public static int NumberOf(long microseconds)
    {
        if (microseconds <= Linear)
        {
            return (int)Math.Max(microseconds - 1, 0);
        }

        long width = 10;
        var number = Linear;

        for (var decade = 0; decade < Decades; decade++, width *= 10, number += PerDecade)
        {
            if (microseconds <= width * Linear)
            {
                // The decade runs from 10 × width, exclusive, to 100 × width, inclusive.
                return number + (int)((microseconds - 1) / width) - 10;
            }
        }

        return Count - 1;
    }

    /// <summary>The bucket's upper bound in microseconds, itself included.</summary>
    public static long UpperBound(int number)
    {
        if (number < Linear)
        {
            return number + 1;
        }

        var (decade, step) = Math.DivRem(number - Linear, PerDecade);
        return (11 + step) * Width(decade);
    }

    /// <summary>The middle of the bucket in microseconds: what a quantile that falls into it is reported as.</summary>
    public static double Middle(int number) => number < Linear
        ? number + 1
        : UpperBound(number) - (Width((number - Linear) / PerDecade) / 2.0);

    private static long Width(int decade)
    {
        long width = 10;

        for (; decade > 0; decade--)
        {
            width *= 10;
        }

        return width;
    }
}
