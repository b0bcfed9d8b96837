using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

internal static class UninjectEditor
{
    public static ObjectEdit Uninject(SourceText source, ManifestObject found, ProblemLog problems)
    {
        return WorkloadKind.Of(found.Kind, found.ApiGroup) is { } kind
            && PodTemplate.Read(found, kind, problems) is { } template
            && OwnParts.AreIn(template)
            ? ObjectEdit.Of(found, InjectOutcome.Uninjected, UninjectPlan.Of(source, found, kind, template), [])
            : ObjectEdit.Skip(found, "not injected");
    }
}
