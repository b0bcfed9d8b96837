using System.Collections.Immutable;

namespace Conduit.Controller.Selection;

/// <summary>One condition of a label selector.</summary>
/// <param name="Key">The label.</param>
/// <param name="Values">Values that satisfy it; null when any does.</param>
/// <param name="Negated">True turns it around. A missing label satisfies a negated condition.</param>
internal sealed record LabelRequirement(string Key, ImmutableArray<string>? Values, bool Negated)
{
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        var holds = labels.TryGetValue(Key, out var value) && (Values is not { } values || values.Contains(value));
        return holds != Negated;
    }
}
