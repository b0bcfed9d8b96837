using System.Collections.Immutable;
using Conduit.Manifests.Editing;
using Conduit.Manifests.Workloads;

namespace Conduit.Manifests.Injection;

/// <summary>What becomes of one object.</summary>
internal sealed record ObjectEdit(InjectReport Result, ImmutableArray<TextEdit> Edits)
{
    public static ObjectEdit Skip(ManifestObject found, string reason) => new(Report(found, InjectOutcome.Skipped, reason, []), []);

    public static ObjectEdit Of(ManifestObject found, InjectOutcome outcome, EditPlan plan, ImmutableArray<string> warnings) => plan.Obstacle is null
        ? new ObjectEdit(Report(found, outcome, reason: null, warnings), plan.Edits)
        : Skip(found, plan.Obstacle);

    private static InjectReport Report(ManifestObject found, InjectOutcome outcome, string? reason, ImmutableArray<string> warnings) =>
        new(found.Kind.Length == 0 ? "object" : found.Kind.ToLowerInvariant(), found.ShownName, found.Namespace, outcome, reason, warnings);
}
