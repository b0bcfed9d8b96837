using System.Collections.Immutable;

namespace Conduit.Manifests;

/// <summary>What became of one object of an input.</summary>
/// <param name="Kind">The kind in lower case, such as <c>deployment</c>; <c>object</c> when it has none.</param>
/// <param name="Name">The name, or what it will begin with; empty when it has none.</param>
/// <param name="Namespace">The namespace as written; empty when it is not.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was skipped; null when it was not.</param>
/// <param name="Warnings">What its owner should know.</param>
public sealed record InjectReport(
    string Kind, string Name, string Namespace, InjectOutcome Outcome, string? Reason, ImmutableArray<string> Warnings)
{
    /// <summary>One line, such as <c>deployment "web" injected</c>.</summary>
    public override string ToString()
    {
        var result = $"{Kind} \"{Name}\" {Outcome.ToString().ToLowerInvariant()}";
        return Reason is null ? result : $"{result}: {Reason}";
    }
}
