namespace Conduit.Load.Scenarios;

/// <summary>One proxy in one scenario, medians over the rounds.</summary>
/// <param name="Microseconds">CPU of the proxy per unit.</param>
/// <param name="PerSecond">Units a second.</param>
/// <param name="P50">In milliseconds; null where it was not measured.</param>
/// <param name="P99">In milliseconds; null where it was not measured.</param>
/// <param name="Megabytes">Resident memory of the proxy after the run.</param>
/// <param name="Failed">Requests that failed, over all rounds.</param>
internal sealed record Measurement(double Microseconds, double PerSecond, double? P50, double? P99, double Megabytes, long Failed)
{
    public static Measurement MedianOf(IReadOnlyList<Measurement> rounds) => new(
        Medians.Of(rounds.Select(round => round.Microseconds)),
        Medians.Of(rounds.Select(round => round.PerSecond)),
        MedianOrNull(rounds.Select(round => round.P50)),
        MedianOrNull(rounds.Select(round => round.P99)),
        Medians.Of(rounds.Select(round => round.Megabytes)),
        rounds.Sum(round => round.Failed));

    private static double? MedianOrNull(IEnumerable<double?> values) =>
        values.OfType<double>().ToList() is { Count: > 0 } known ? Medians.Of(known) : null;
}
