using System.Collections.Immutable;
using Conduit.Manifests.Editing;

namespace Conduit.Manifests.Injection;

/// <summary>The edits for one object, or why its text must not be edited.</summary>
internal sealed record EditPlan(ImmutableArray<TextEdit> Edits, string? Obstacle)
{
    public static EditPlan Blocked(string obstacle) => new([], obstacle);
}
