using System.Collections.Immutable;
using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>Injects objects, in two readings: the first undoes earlier injections, so that the second always starts from plain workloads.</summary>
internal sealed class InjectEditor(ProxyModel proxy)
{
    public ObjectEdit Prepare(SourceText source, ManifestObject found, ProblemLog problems)
    {
        var candidate = Candidate.Read(found, proxy, problems);

        return candidate is { Kind: { } kind, Template: { } template } && OwnParts.AreIn(template)
            ? ObjectEdit.Of(found, InjectOutcome.Uninjected, UninjectPlan.Of(source, found, kind, template), [])
            : ObjectEdit.Skip(found, "");
    }

    public ObjectEdit Inject(SourceText source, ManifestObject found, ProblemLog problems)
    {
        var candidate = Candidate.Read(found, proxy, problems);

        if (candidate is not { Kind: { } kind, Template: { } template })
        {
            return ObjectEdit.Skip(found, candidate.Reason!);
        }

        // The first reading could not undo it, so it cannot be injected anew either.
        if (OwnParts.AreIn(template))
        {
            return ObjectEdit.Skip(found, $"injected already, and {UninjectPlan.Of(source, found, kind, template).Obstacle}");
        }

        var plan = InjectPlan.Of(source, template, new Sidecar(candidate.Proxy, found, kind));
        return ObjectEdit.Of(found, InjectOutcome.Injected, plan, [.. candidate.Warnings, .. NeverCompletes(kind, candidate.Proxy)]);
    }

    private static ImmutableArray<string> NeverCompletes(WorkloadKind kind, ProxyModel proxy) => kind.Completes && !proxy.NativeSidecar
        ? [$"its proxy keeps it from completing: the job must end with POST 127.0.0.1:{proxy.MetricsPort}/shutdown"]
        : [];
}
