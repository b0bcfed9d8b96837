using System.Collections.Immutable;
using Conduit.Manifests.Workloads;
using Conduit.Manifests.Yaml;

namespace Conduit.Manifests.Injection;

/// <summary>
/// An object with the decision whether it takes a proxy: kind, template and the proxy as this workload wants it when it does, a reason when it does
/// not.
/// </summary>
internal sealed record Candidate(WorkloadKind? Kind, PodTemplate? Template, ProxyModel Proxy, string? Reason, ImmutableArray<string> Warnings)
{
    private static readonly ImmutableArray<string> OtherSidecars = ["linkerd-proxy", "istio-proxy", "kuma-sidecar", "consul-dataplane"];
    private static readonly ImmutableArray<string> SystemLabels = ["kubernetes.io/os", "beta.kubernetes.io/os"];

    public static Candidate Read(ManifestObject found, ProxyModel proxy, ProblemLog problems)
    {
        if (found.Kind.Length == 0)
        {
            return Skip(proxy, "no kind");
        }

        if (WorkloadKind.Of(found.Kind, found.ApiGroup) is not { } kind)
        {
            return Skip(proxy, "not a workload");
        }

        if (PodTemplate.Read(found, kind, problems) is not { } template)
        {
            return Skip(proxy, "no pod template with containers");
        }

        var annotations = new WorkloadAnnotations(found, template);

        if (annotations.IsDisabled(problems))
        {
            return Skip(proxy, $"{MeshNames.InjectAnnotation} is disabled");
        }

        return Unfit(template.Containers) is { } reason
            ? Skip(proxy, reason)
            : new Candidate(kind, template, annotations.Configure(proxy, problems), Reason: null, [.. annotations.Unknown()]);
    }

    private static Candidate Skip(ProxyModel proxy, string reason) => new(Kind: null, Template: null, proxy, reason, []);

    private static string? Unfit(PodContainers containers)
    {
        var spec = containers.SpecMapping;
        var other = containers.Names.FirstOrDefault(OtherSidecars.Contains);

        return IsTrue(spec.Text("hostNetwork")) ? "hostNetwork is on, so its traffic is the node's"
            : RunsOnWindows(spec) ? "it runs on Windows, and the redirection is Linux's"
            : other is not null ? $"it has the sidecar of another mesh, {other}"
            : null;
    }

    private static bool RunsOnWindows(YamlMapping spec) =>
        (spec.Lookup("os") as YamlMapping)?.Text("name") == "windows"
        || SystemLabels.Any(label => (spec.Lookup("nodeSelector") as YamlMapping)?.Text(label) == "windows");

    // The spellings of YAML 1.1, which Kubernetes reads.
    private static bool IsTrue(string? text) => text?.ToLowerInvariant() is "true" or "yes" or "on" or "y";
}
