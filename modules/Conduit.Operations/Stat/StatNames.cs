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
        if (plan.Questions is not [{ Kind: { } kind, Name: { Length: > 0 } name } question] || kind == ResourceKind.Authority)
        {
            return plan;
        }

        var found = await finder.FindAsync(question.Namespace, kind, name, cancellationToken);
        return found.Resources is [var only] && only == new ResourceName(question.Namespace, kind, name) ? plan : new StatPlan([.. found.Resources.Select(question.About)], [.. plan.Notes, .. found.NotesOn(name)]);
    }

    /// <summary>The plan for what its filter's name means; the same plan where the filter stands as it is.</summary>
    public async Task<StatPlan> FindFilterAsync(StatPlan plan, CancellationToken cancellationToken)
    {
        if (FilterOf(plan) is not { Name.Length: > 0 } filter || !ResourceKindNames.TryParse(filter.Type, out var kind) || kind == ResourceKind.Authority)
        {
            return plan;
        }

        var found = await finder.FindAsync(filter.Namespace, kind, filter.Name, cancellationToken);

        return found.BehindService
            ? new StatPlan([.. plan.Questions.Select(question => question.Filtered(found.Resources[0].ToWire()))], [.. plan.Notes, .. found.NotesOn(filter.Name)])
            : plan;
    }

    private static Resource? FilterOf(StatPlan plan) => plan.Questions[0].To ?? plan.Questions[0].From;
}
