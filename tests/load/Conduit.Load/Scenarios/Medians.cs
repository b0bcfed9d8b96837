namespace Conduit.Load.Scenarios;

/// <summary>The middle one of several measurements, which a busy moment does not move.</summary>
internal static class Medians
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
