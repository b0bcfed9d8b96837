using System.Collections.Immutable;

namespace Conduit.TestPod.Load;

/// <summary>What has become of the calls of a load so far.</summary>
/// <param name="Succeeded">Calls answered with a status of success.</param>
/// <param name="Failures">All other calls, by reason.</param>
/// <param name="LongestSilenceMilliseconds">The longest time without a call that succeeded.</param>
internal sealed record LoadCounts(long Succeeded, ImmutableSortedDictionary<string, long> Failures, long LongestSilenceMilliseconds)
{
    public static LoadCounts None { get; } = new(0, ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal), 0);

    public long Failed => Failures.Values.Sum();

    public long All => Succeeded + Failed;

    public LoadCounts With(string? failure, long silence) => failure is null
        ? this with { Succeeded = Succeeded + 1, LongestSilenceMilliseconds = Math.Max(LongestSilenceMilliseconds, silence) }
        : this with { Failures = Failures.SetItem(failure, Failures.GetValueOrDefault(failure) + 1) };
}
