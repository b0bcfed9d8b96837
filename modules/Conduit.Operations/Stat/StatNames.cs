using Conduit.Model.Resources;
using Conduit.Operations.Resources;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Stat;

/// <summary>Looks up names that brought no answer: they may be a Service's, lie in a namespace that was not said, or not exist.</summary>
internal sealed class StatNames(ResourceFinder finder)
{
    /// <summary>The plan for what its target's name means; the same plan where there is nothing to look up.</summary>
    public async Task<StatPlan> FindTargetAsync(StatPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Questions is not [{ Kind: { } kind, Name: { Length: > 0 } name } question] || IsFinal(question.Namespace, kind))
        {
            return plan;
        }

        var found = await finder.FindAsync(question.Namespace, kind, name, cancellationToken);
        var isSame = found.Resources is [var only] && only == new ResourceName(question.Namespace, kind, name);

        return isSame ? plan : new StatPlan([.. found.Resources.Select(question.About)], [.. plan.Notes, .. found.NotesOn(name)]);
    }

    /// <summary>The plan for what its filter's name means; the same plan where the filter stands as it is.</summary>
    public async Task<StatPlan> FindFilterAsync(StatPlan plan, CancellationToken cancellationToken)
    {
        if (FilterOf(plan) is not { Name.Length: > 0 } filter
            || !ResourceKindNames.TryParse(filter.Type, out var kind)
            || kind is ResourceKind.Authority or ResourceKind.Service)
        {
            return plan;
        }

        var found = await finder.FindAsync(filter.Namespace, kind, filter.Name, cancellationToken);

        if (!found.BehindService)
        {
            return plan;
        }

        var meant = found.Resources[0].ToWire();
        return new StatPlan([.. plan.Questions.Select(question => question.Filtered(meant))], [.. plan.Notes, .. found.NotesOn(filter.Name)]);
    }

    // Authorities are names alone. A Service without endpoints is not listed, so only one whose namespace is not known is looked for.
    private static bool IsFinal(string space, ResourceKind kind) =>
        kind == ResourceKind.Authority || (kind == ResourceKind.Service && space.Length > 0);

    private static Resource? FilterOf(StatPlan plan) => plan.Questions[0].To ?? plan.Questions[0].From;
}
