using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

internal static class UninjectEditor
{
    public static ObjectEdit Uninject(SourceText source, ManifestObject found, ProblemLog problems)
    {
        var template = WorkloadKind.Of(found.Kind, found.ApiGroup) is { } kind ? PodTemplate.Read(found, kind, problems) : null;

        return template is not null && OwnParts.AreIn(template)
            ? ObjectEdit.Of(found, InjectOutcome.Uninjected, UninjectPlan.Of(source, template), [])
            : ObjectEdit.Skip(found, "not injected");
    }
}
