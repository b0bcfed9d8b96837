using System.Collections.Immutable;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;

namespace Conduit.Operations.Stat;

/// <summary>Request rate, success rate and latency of workloads, from what the controller holds.</summary>
public sealed class StatOperation(ApiConnection api)
{
    private readonly StatNames _names = new(new ResourceFinder(api));

    public async Task<StatResult> RunAsync(StatRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        StatRules.Check(request);

        var space = request.Namespace.Resolve(request.Target, api.Location.DefaultNamespace);
        StatRules.CheckNamespace(request, space);

        var plan = new StatPlan([StatQuestion.Of(request, space)], []);

        // The API takes a name only together with its namespace.
        var isAskable = request.Target.Name is null || !IsEverywhere(request, space);
        ImmutableArray<StatRow> rows = isAskable ? await AskAsync(plan, cancellationToken) : [];

        if (rows.IsEmpty)
        {
            (plan, rows) = await AskAgainAsync(plan, rows, _names.FindTargetAsync, cancellationToken);
        }

        // A filter that names nothing gives rows without traffic, which looks like an idle mesh.
        if (rows.All(row => row.Traffic is null))
        {
            (plan, rows) = await AskAgainAsync(plan, rows, _names.FindFilterAsync, cancellationToken);
        }

        return new StatResult
        {
            Rows = Sorted(rows),
            AcrossNamespaces = IsEverywhere(request, space),
            Notes = [.. plan.Notes, .. HeldWindow.NotesOn(request.Window, rows.Select(row => row.Window)), .. NotesOnFaults(rows)],
        };
    }

    private static bool IsEverywhere(StatRequest request, string space) => space.Length == 0 && request.Target.Kind != ResourceKind.Namespace;

    private static ImmutableArray<StatRow> Sorted(ImmutableArray<StatRow> rows) =>
    [
        .. rows.OrderBy(row => row.Kind)
            .ThenBy(row => row.Namespace, StringComparer.Ordinal)
            .ThenBy(row => row.Name, StringComparer.Ordinal),
    ];

    // A pod may stand in several rows: its own, its workload's and its namespace's.
    private static IEnumerable<string> NotesOnFaults(ImmutableArray<StatRow> rows) =>
        rows.SelectMany(row => row.Faults).Distinct().Select(fault => fault.ToString());

    private async Task<(StatPlan Plan, ImmutableArray<StatRow> Rows)> AskAgainAsync(
        StatPlan plan, ImmutableArray<StatRow> rows, Func<StatPlan, CancellationToken, Task<StatPlan>> find, CancellationToken cancellationToken)
    {
        var found = await find(plan, cancellationToken);
        return found == plan ? (plan, rows) : (found, await AskAsync(found, cancellationToken));
    }

    private async Task<ImmutableArray<StatRow>> AskAsync(StatPlan plan, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<StatRow>();

        foreach (var question in plan.Questions)
        {
            var response = await api.StatSummaryAsync(question.ToWire(), cancellationToken);
            var window = HeldWindow.Of(response.ActualWindow, question.Window);
            rows.AddRange(response.StatTables.SelectMany(table => table.Rows).Select(row => StatMapping.ToRow(row, window)).OfType<StatRow>());
        }

        return rows.ToImmutable();
    }
}
